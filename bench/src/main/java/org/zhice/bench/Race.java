package org.zhice.bench;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Endpoints that are asked the same queries in turn, by one client and by eight.
 *
 * @param sides the first is what the others are compared with
 * @param rounds turns of each that count, by query and number of clients
 * @param turn how long one is asked before the next
 */
record Race(List<Side> sides, int rounds, Duration turn) {
    private static final int CROWD = 8;
    private static final int WARM_UP = 20;

    /**
     * An endpoint on this machine.
     *
     * @param process null if it is not known what it is served by
     */
    record Side(String name, URI endpoint, ProcessHandle process) {
        private byte[] request(String query) {
            String more = endpoint.getRawQuery() == null ? "" : endpoint.getRawQuery() + "&";
            String path = endpoint.getPath() + "?" + more + "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
            return Rider.request(
                    endpoint.getPort(), path, "Accept: application/sparql-results+json\r\nCache-Control: no-cache\r\n");
        }

        private Contest.Side contestant() {
            return new Contest.Side(name, endpoint.getPort(), process);
        }
    }

    /** Prints what came of each query, the geometric means and their ratios; draws them. */
    void run(Map<String, String> queries, Path chart) throws Exception {
        double[] alone = new double[sides.size()];
        double[] rate = new double[sides.size()];
        double[] cpu = new double[sides.size()];
        warm(queries);
        System.out.println(
                "ms at 1 client: p50, p95, p99; requests/s at 1 and at 8; p99 at 8; CPU ms if started here; bytes");
        for (Map.Entry<String, String> query : queries.entrySet()) {
            List<Contest.Score> one = scores(1, query.getValue());
            List<Contest.Score> many = scores(CROWD, query.getValue());
            System.out.println(query.getKey());
            for (int i = 0; i < sides.size(); i++) {
                report(sides.get(i).name(), one.get(i), many.get(i));
                alone[i] += Math.log(one.get(i).times().median()) / queries.size();
                rate[i] += Math.log(many.get(i).rate()) / queries.size();
                cpu[i] += Math.log(one.get(i).microsOfCpu() / 1e3) / queries.size();
            }
        }
        System.out.println(
                "geometric means: p50 at 1 client, requests/s at 8, CPU; and how many times better than the first");
        for (int i = 0; i < sides.size(); i++) {
            System.out.printf(
                    "  %-16s %9.3f ms (%.2f) %9.1f/s (%.2f)%s%n",
                    sides.get(i).name(),
                    Math.exp(alone[i]),
                    Math.exp(alone[0] - alone[i]),
                    Math.exp(rate[i]),
                    Math.exp(rate[i] - rate[0]),
                    sides.get(i).process() == null
                            ? ""
                            : " %9.3f ms of CPU (%.2f)".formatted(Math.exp(cpu[i]), Math.exp(cpu[0] - cpu[i])));
        }
        if (chart != null) {
            Map<String, Double> millis = new LinkedHashMap<>();
            for (int i = 0; i < sides.size(); i++) {
                millis.put(sides.get(i).name(), Math.exp(alone[i]));
            }
            Chart.write(chart, millis);
        }
    }

    /** All of it, so that each is compiled as far as the others; none may answer from what it has kept. */
    private void warm(Map<String, String> queries) throws Exception {
        Contest contest = new Contest(1, turn.multipliedBy(WARM_UP));
        for (int i = 0; i < 2; i++) {
            for (Side side : sides) {
                List<byte[]> requests =
                        queries.values().stream().map(side::request).toList();
                contest.turn(side.contestant(), requests, new Contest.Score());
                try (Rider rider = new Rider(side.endpoint().getPort())) {
                    if (rider.head(requests.get(0)).contains("; hit")) {
                        throw new IllegalStateException(side.name() + " answers from its cache");
                    }
                }
            }
        }
    }

    private List<Contest.Score> scores(int clients, String query) throws Exception {
        Contest contest = new Contest(clients, turn);
        List<Contest.Score> scores =
                sides.stream().map(side -> new Contest.Score()).toList();
        for (int round = -1; round < rounds; round++) {
            for (int i = 0; i < sides.size(); i++) {
                Side side = sides.get(i);
                contest.turn(
                        side.contestant(),
                        List.of(side.request(query)),
                        round < 0 ? new Contest.Score() : scores.get(i));
            }
        }
        return scores;
    }

    private static void report(String name, Contest.Score one, Contest.Score many) {
        System.out.printf(
                "  %-16s %8.2f %8.2f %8.2f %9.1f %9.1f %8.2f %8.2f %9d%n",
                name,
                one.times().median(),
                one.times().percentile(95),
                one.times().percentile(99),
                one.rate(),
                many.rate(),
                many.times().percentile(99),
                one.microsOfCpu() / 1e3,
                one.bytes());
    }
}
