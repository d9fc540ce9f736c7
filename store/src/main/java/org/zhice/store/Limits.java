package org.zhice.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.assembler.JA;
import org.apache.jena.query.ARQ;
import org.apache.jena.rdf.model.Literal;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.RDFParser;

/**
 * What a question may cost, as {@code fuseki-config/zhice.ttl} says it: the one place where limits stand.
 *
 * @param firstRow how long a query may take to its first row; Fuseki's own setting of the endpoint
 * @param total how long it may take as a whole; likewise
 * @param rows the most rows of an answer
 * @param graphRows the most rows of an answer as RDF, which takes many objects for each row
 * @param pageRows the most rows on a page
 * @param shownRows the rows on a page if nobody asks for more
 * @param toolRows the most rows or hits that a tool of a language model gets
 * @param match what may be matched at once
 * @param requestBytes the longest body of a request
 * @param atOnce how many requests may ask the store at the same time
 * @param waiting how long the next one waits for a place
 * @param patience how long to wait for a store elsewhere
 * @param query what one query may cost beside its time
 * @param imageBytes what a release may take in memory, so that queries need not read its files; 0 for nothing
 * @param front what clients may take of connections, threads and time
 * @param remotes the endpoints that a query may call, each with its own limits
 */
public record Limits(
        Duration firstRow,
        Duration total,
        int rows,
        int graphRows,
        int pageRows,
        int shownRows,
        int toolRows,
        MatchLimits match,
        int requestBytes,
        int atOnce,
        Duration waiting,
        Duration patience,
        QueryLimits query,
        int imageBytes,
        FrontLimits front,
        List<Remote> remotes) {
    private static final String NAMESPACE = Terms.BASE + "limit#";
    private static final Duration UNHURRIED = Duration.ofHours(1);

    public Limits {
        remotes = List.copyOf(remotes);
    }

    /**
     * Reads a configuration file.
     *
     * @throws IllegalStateException if it does not give each limit once
     */
    public static Limits read(Path config) {
        return read(RDFParser.source(config).base(config.toUri().toString()).toModel());
    }

    /** As above, from a configuration that has been read. */
    public static Limits read(Model config) {
        List<Duration> times = times(config);
        return new Limits(
                times.get(0),
                times.get(1),
                number(config, "rows"),
                number(config, "graphRows"),
                number(config, "pageRows"),
                number(config, "shownRows"),
                number(config, "toolRows"),
                MatchLimits.read(config),
                number(config, "requestBytes"),
                number(config, "requestsAtOnce"),
                Duration.ofMillis(number(config, "waitMillis")),
                Duration.ofMillis(number(config, "patienceMillis")),
                QueryLimits.read(config),
                number(config, "imageBytes", 0),
                FrontLimits.read(config),
                Remote.read(config));
    }

    /** Longer than the longest query may take: what a stop waits for. */
    public Duration stop() {
        return total.plusSeconds(5);
    }

    /** All of them but those of the endpoints, each by the IRI that sets it in the configuration. */
    public Map<String, Integer> byIri() {
        Map<String, Integer> limits = new TreeMap<>(query.byName());
        limits.putAll(front.byName());
        limits.putAll(match.byName());
        limits.put("firstRowMillis", millis(firstRow));
        limits.put("totalMillis", millis(total));
        limits.put("rows", rows);
        limits.put("graphRows", graphRows);
        limits.put("pageRows", pageRows);
        limits.put("shownRows", shownRows);
        limits.put("toolRows", toolRows);
        limits.put("requestBytes", requestBytes);
        limits.put("requestsAtOnce", atOnce);
        limits.put("waitMillis", millis(waiting));
        limits.put("patienceMillis", millis(patience));
        limits.put("imageBytes", imageBytes);
        return limits.entrySet().stream()
                .collect(Collectors.toMap(limit -> NAMESPACE + limit.getKey(), Map.Entry::getValue));
    }

    /** The same with less time for a query: who asks may want to wait for less. */
    public Limits within(Duration most) {
        return inTime(firstRow.compareTo(most) < 0 ? firstRow : most, total.compareTo(most) < 0 ? total : most);
    }

    /** The same with an hour for a query: what a server asks before it serves, nobody waits for who could ask again. */
    public Limits unhurried() {
        return inTime(UNHURRIED, UNHURRIED);
    }

    /**
     * The same with time and room for whatever a build asks of its own release: its memory is that of the build, and what it asks
     * grows with the release.
     */
    public Limits ofBuild() {
        return with(UNHURRIED, UNHURRIED, Integer.MAX_VALUE, query.holdingAll());
    }

    private Limits inTime(Duration first, Duration whole) {
        return with(first, whole, rows, query);
    }

    private Limits with(Duration first, Duration whole, int most, QueryLimits cost) {
        return new Limits(
                first,
                whole,
                most,
                graphRows,
                pageRows,
                shownRows,
                toolRows,
                match,
                requestBytes,
                atOnce,
                waiting,
                patience,
                cost,
                imageBytes,
                front,
                remotes);
    }

    /** As the context of a query takes it. */
    public String timeout() {
        return firstRow.toMillis() + "," + total.toMillis();
    }

    private static List<Duration> times(Model config) {
        List<String> found = config.listSubjectsWithProperty(
                        JA.cxtName, "arq:" + ARQ.queryTimeout.getSymbol().replaceFirst(".*[#:]", ""))
                .mapWith(setting -> setting.getRequiredProperty(JA.cxtValue).getString())
                .filterKeep(value -> value.matches("[0-9]{1,9},[0-9]{1,9}"))
                .toList();
        if (found.size() != 1) {
            throw new IllegalStateException("configuration: found " + found.size()
                    + " settings of arq:queryTimeout, expected one such as \"10000,30000\"");
        }
        return List.of(found.get(0).split(",")).stream()
                .map(millis -> Duration.ofMillis(Long.parseLong(millis)))
                .toList();
    }

    static int millis(Duration time) {
        return Math.toIntExact(time.toMillis());
    }

    /** @throws IllegalStateException if it is not one whole number from 1 */
    static int number(Model config, String name) {
        return number(config, name, 1);
    }

    private static int number(Model config, String name, int least) {
        List<Integer> found = config.listObjectsOfProperty(ResourceFactory.createProperty(NAMESPACE + name))
                .filterKeep(value -> value.isLiteral() && value.asLiteral().getValue() instanceof Integer)
                .mapWith(value -> value.asLiteral())
                .mapWith(Literal::getInt)
                .toList();
        if (found.size() != 1 || found.get(0) < least) {
            throw new IllegalStateException("configuration: found " + found + " as limit:" + name
                    + ", expected one whole number from " + least);
        }
        return found.get(0);
    }
}
