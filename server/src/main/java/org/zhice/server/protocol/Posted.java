package org.zhice.server.protocol;

import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipException;

/** The body of a request. */
public final class Posted {
    /** The media type of a form. */
    public static final String FORM = "application/x-www-form-urlencoded";

    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*[\"']?([^\"';\\s]*)");

    private Posted() {}

    /** Its media type in small letters, without parameters; empty if none is named. */
    public static String type(HttpServletRequest request) {
        return named(request).replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }

    /**
     * Its text.
     *
     * @throws ProtocolException 415 if another charset or encoding is named, 400 for what cannot be unpacked and as {@link
     *     Utf8#text}
     */
    public static String text(HttpServletRequest request) {
        requireUtf8(request);
        return Utf8.text(bytes(request));
    }

    /**
     * The parameters of the form that it is.
     *
     * @throws ProtocolException as {@link #text} and {@link Parameters#of(String)}
     */
    public static Map<String, List<String>> form(HttpServletRequest request) {
        requireUtf8(request);
        return Parameters.of(bytes(request));
    }

    private static void requireUtf8(HttpServletRequest request) {
        CHARSET.matcher(named(request))
                .results()
                .map(charset -> charset.group(1))
                .filter(charset -> !isUtf8(charset))
                .findFirst()
                .ifPresent(charset -> {
                    throw new ProtocolException(415, "charset", charset);
                });
        String encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new ProtocolException(415, "content-encoding", encoding);
        }
    }

    private static boolean isUtf8(String charset) {
        try {
            return Charset.forName(charset).equals(StandardCharsets.UTF_8);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return false;
        }
    }

    private static String named(HttpServletRequest request) {
        String type = request.getHeader("Content-Type");
        return type == null ? "" : type;
    }

    private static byte[] bytes(HttpServletRequest request) {
        try {
            return request.getInputStream().readAllBytes();
        } catch (ZipException | EOFException e) {
            throw new ProtocolException(400, "body");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
