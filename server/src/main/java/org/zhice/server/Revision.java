package org.zhice.server;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.fuseki.servlets.HttpAction;

/**
 * Which revision of an answer this is, so that a client that has it need not be sent it again. It is known before the
 * answer is worked out: a build never changes, so the same question to the same build has the same answer.
 *
 * <p>The tag is weak (RFC 9110): the rows are the same, not each byte of a spreadsheet. It changes with every start of the
 * program too, since another program may write another page from the same build.
 *
 * @param store the build that is asked
 * @param what what the answer is made of besides the store
 * @param client who asks; the query string and the language count
 */
record Revision(Store store, String what, Client client) {
    private static final String PROGRAM =
            String.valueOf(ManagementFactory.getRuntimeMXBean().getStartTime());

    /**
     * 304 if the client has this revision, else the answer with its tag.
     *
     * @param inLanguage whether the answer speaks in the language of the client
     */
    Answer answer(HttpAction action, boolean inLanguage, Supplier<Answer> fresh) {
        String tag = tag();
        Answer answer = isHeld(action.getRequest().getHeader("If-None-Match"), tag)
                ? Templates.remembering(client, Answer.notModified())
                : fresh.get();
        return answer.status() >= 400
                ? answer
                : answer.with("ETag", tag)
                        .with("Cache-Control", "no-cache")
                        .with("Vary", inLanguage ? "Accept, Accept-Language, Cookie" : "Accept")
                        .with("Zhice-Release", store.build());
    }

    private static boolean isHeld(String held, String tag) {
        return held != null
                && Stream.of(held.split(",")).map(String::strip).anyMatch(one -> one.equals("*") || isSame(one, tag));
    }

    /** Weak comparison: the mark of weakness does not count. */
    private static boolean isSame(String one, String other) {
        return one.replaceFirst("^W/", "").equals(other.replaceFirst("^W/", ""));
    }

    private String tag() {
        List<String> parts = List.of(
                PROGRAM, store.build(), client.query(), client.language().tag(), what);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\0", parts).getBytes(StandardCharsets.UTF_8));
            return "W/\"" + HexFormat.of().formatHex(digest, 0, 16) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
