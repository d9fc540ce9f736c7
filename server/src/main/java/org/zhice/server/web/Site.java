package org.zhice.server.web;

import java.util.List;

/**
 * What every page has, whatever it shows. The layout takes it as one value, so that a page that needs more of the frame
 * around it does not change all others.
 *
 * @param messages the words of the page
 * @param switched the address of the page in the other language
 * @param title without the name of the site
 * @param scripts addresses of scripts; most pages have none
 * @param styles addresses of styles beside those of every page
 */
public record Site(Messages messages, String switched, String title, List<String> scripts, List<String> styles) {
    /** For a page that speaks the words of a room: that in which a class stands. */
    static Site of(Client client, Class<?> inRoom) {
        return new Site(Messages.in(client.language(), inRoom), client.switched(), "", List.of(), List.of());
    }

    /** The text of a key, as {@link Messages#text}. */
    public String text(String key, Object... args) {
        return messages.text(key, args);
    }

    /** The same with a title. */
    public Site titled(String text) {
        return new Site(messages, switched, text, scripts, styles);
    }

    /** The same with files that only this page needs. */
    public Site with(List<String> moreScripts, List<String> moreStyles) {
        return new Site(messages, switched, title, moreScripts, moreStyles);
    }

    /** The language of the page, as an attribute. */
    public String lang() {
        return messages.language().tag();
    }

    /** The language to switch to, likewise. */
    public String other() {
        return messages.language().other().tag();
    }
}
