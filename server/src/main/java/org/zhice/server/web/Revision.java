package org.zhice.server.web;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.zhice.store.Release;

/**
 * Which revision of an answer this is, so that a client that has it need not be sent it again. It is known before the
 * answer is worked out: a release never changes, so the same question to it has the same answer, but for what a page tells of
 * its state.
 *
 * <p>The tag is weak (RFC 9110): the rows are the same, not each byte of a spreadsheet. It changes with every start of the
 * program too, since another program may write another page from the same release.
 */
final class Revision {
    private static final String PROGRAM =
            String.valueOf(ManagementFactory.getRuntimeMXBean().getStartTime());

    private Revision() {}

    /** 304 if the client has this revision, else the answer of the page with its tag; no tag for a release without a name. */
    static Answer answer(Client client, Page page, Release release) {
        boolean speaks = page.speaks(client);
        String tag = tag(client, page, release);
        boolean held = !release.id().isEmpty() && isHeld(client.held(), tag);
        Answer answer = remembering(
                        client,
                        held ? Answer.notModified() : MissingRemotes.told(page.get(client, release), release.calls()))
                .with("Vary", speaks ? Reply.VARY : "Accept, Accept-Encoding")
                .with("Zhice-Release", release.id());
        return answer.status() >= 400 || answer.headers().containsKey("Cache-Control")
                ? answer
                : tagged(answer.with("Cache-Control", "no-cache"), release.id().isEmpty() ? "" : tag);
    }

    /**
     * Any of several tags, or a star for any at all; compared weakly, so that the mark of weakness does not count; Jetty's
     * EtagUtils knows none of these, and its own mark of an encoding is taken off before.
     */
    private static boolean isHeld(String held, String tag) {
        return Stream.of(held.split(","))
                .map(String::strip)
                .anyMatch(one -> one.equals("*") || one.replaceFirst("^W/", "").equals(tag.replaceFirst("^W/", "")));
    }

    private static Answer tagged(Answer answer, String tag) {
        return tag.isEmpty() ? answer : answer.with("ETag", tag);
    }

    /** The language is remembered if it was chosen in the address of a page for people. */
    private static Answer remembering(Client client, Answer answer) {
        boolean forPeople = answer.isPage() || answer.status() == 304;
        return client.chosen() && forPeople
                ? answer.with("Set-Cookie", client.language().cookie())
                : answer;
    }

    private static String tag(Client client, Page page, Release release) {
        List<String> parts = List.of(
                PROGRAM,
                release.id(),
                client.path(),
                client.query(),
                page.speaks(client) ? client.language().tag() : "",
                page.state(),
                Format.wishes(client.accept()));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\0", parts).getBytes(StandardCharsets.UTF_8));
            return "W/\"" + HexFormat.of().formatHex(digest, 0, 16) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
