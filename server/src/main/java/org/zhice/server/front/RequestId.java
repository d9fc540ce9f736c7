package org.zhice.server.front;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.MDC;

/** The name by which a client and the log speak of the same request; this handler puts it into the log. */
final class RequestId extends Handler.Wrapper {
    static final String HEADER = "X-Request-Id";
    private static final String IN_LOG = "request";

    /** A client's own name is kept if it can do no harm in a log. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** The name of a request, the same each time. */
    static String of(Request request) {
        if (request.getAttribute(HEADER) instanceof String id) {
            return id;
        }
        String given = request.getHeaders().get(HEADER);
        String id = given != null && PLAIN.matcher(given).matches() ? given : fresh();
        request.setAttribute(HEADER, id);
        return id;
    }

    private static String fresh() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    /** A request may go on in another thread after it has waited, so this stands next to the pages. */
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        MDC.put(IN_LOG, of(request));
        try {
            return super.handle(request, response, callback);
        } finally {
            MDC.remove(IN_LOG);
        }
    }
}
