package org.zhice.server.web;

import java.util.List;

/**
 * A part of a text that is itself said in the language of the reader.
 *
 * @param key of the words, whole
 * @param args what they speak of
 */
public record Phrase(String key, List<Object> args) {
    String text(Messages messages) {
        return messages.text(key, args.stream().map(Shortened::said).toArray());
    }
}
