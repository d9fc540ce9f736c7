package org.zhice.server.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What every page has, whatever it shows. The layout takes it as one value, so that a page that needs more of the frame
 * around it does not change all others.
 *
 * @param messages the words of the page
 * @param client who reads it
 * @param title without the name of the site
 * @param scripts addresses of scripts; most pages have none
 * @param styles addresses of styles beside those of every page
 */
public record Site(Messages messages, Client client, String title, List<String> scripts, List<String> styles) {
    /** For a page that speaks the words of a room: that in which a class stands. */
    static Site of(Client client, Class<?> inRoom) {
        return new Site(Messages.in(client.language(), inRoom), client, "", List.of(), List.of());
    }

    /** The text of a key, as {@link Messages#text}. */
    public String text(String key, Object... args) {
        return messages.text(key, args);
    }

    /** The same with a title. */
    public Site titled(String text) {
        return new Site(messages, client, text, scripts, styles);
    }

    /** The same with files that only this page needs. */
    public Site with(List<String> moreScripts, List<String> moreStyles) {
        return new Site(messages, client, title, moreScripts, moreStyles);
    }

    /** The address of the page in the other language. */
    public String switched() {
        return client.switched();
    }

    /** The address that search engines shall know the page by. */
    public String canonical() {
        return client.canonical();
    }

    /** The same page for readers of a language, by the tags that search engines know; whoever reads another may choose. */
    public Map<String, String> alternates() {
        Map<String, String> alternates = new LinkedHashMap<>();
        alternates.put("en", client.in(Language.EN));
        alternates.put("zh-Hans", client.in(Language.ZH));
        alternates.put("x-default", client.inAny());
        return alternates;
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
