package org.zhice.server.front;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.NanoTime;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;

/**
 * A line in the log for each request, without what was asked: a query can be long, and is the user's own. Lines that need no care are
 * gathered for a moment and logged as one, since to log each costs a third of a kept answer; the others are events of their own,
 * and so are all where the logger is to tell details.
 */
final class RequestLines extends AbstractLifeCycle implements RequestLog {
    private static final Logger LOG = LoggerFactory.getLogger("org.zhice.server.requests");

    /** What is logged with it is written as it is. */
    private static final Marker GATHERED = MarkerFactory.getMarker("gathered");

    private static final DateTimeFormatter BEGIN =
            DateTimeFormatter.ofPattern("HH:mm:ss 'INFO  requests  '").withZone(ZoneId.systemDefault());

    private static final int MOST_OF_A_LINE = 1_000;
    private static final int MOST = 1_000_000;
    private static final long MOST_MILLIS = 100;

    private final Scheduler scheduler;
    private final StringBuilder gathered = new StringBuilder();
    private long second;
    private String begin = "";

    RequestLines(Server server) {
        scheduler = server.getScheduler();
    }

    @Override
    public void log(Request request, Response response) {
        String line = told(request.getMethod())
                + ' '
                + told(request.getHttpURI().getPath())
                + ' '
                + response.getStatus()
                + ' '
                + NanoTime.millisSince(request.getBeginNanoTime())
                + " ms "
                + told(response.getHeaders().get(RequestId.HEADER));
        if (LOG.isDebugEnabled() || !isPlain(line)) {
            LOG.info(line);
        } else if (LOG.isInfoEnabled()) {
            gather(line, System.currentTimeMillis());
        }
    }

    private static String told(String value) {
        return value == null ? "-" : value;
    }

    private static boolean isPlain(String line) {
        boolean plain = line.length() <= MOST_OF_A_LINE;
        for (int i = 0; plain && i < line.length(); i++) {
            plain = line.charAt(i) >= ' ' && line.charAt(i) <= '~';
        }
        return plain;
    }

    /** Nobody waits for another who writes, unless lines come faster than they can be written. */
    private void gather(String line, long millis) {
        boolean isFull;
        synchronized (this) {
            if (millis / 1_000 != second) {
                second = millis / 1_000;
                begin = BEGIN.format(Instant.ofEpochSecond(second));
            }
            boolean isFirst = gathered.isEmpty();
            gathered.append(begin).append(line).append(System.lineSeparator());
            isFull = gathered.length() > MOST || !scheduler.isRunning();
            if (isFirst && !isFull) {
                scheduler.schedule(this::write, MOST_MILLIS, TimeUnit.MILLISECONDS);
            }
        }
        if (isFull) {
            write();
        }
    }

    private void write() {
        String lines = take();
        if (!lines.isEmpty()) {
            LOG.info(GATHERED, lines);
        }
    }

    private synchronized String take() {
        String lines = gathered.toString();
        gathered.setLength(0);
        return lines;
    }

    @Override
    protected void doStop() {
        write();
    }
}
