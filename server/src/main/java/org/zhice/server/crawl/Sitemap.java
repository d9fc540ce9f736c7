package org.zhice.server.crawl;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.zhice.server.protocol.XmlCharacters;
import org.zhice.server.web.Answer;

/** Writes sitemaps (sitemaps.org) with the pages of each language as Google reads them. */
final class Sitemap {
    static final String ADDRESS = "/sitemap.xml";
    static final String PART = "part";

    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    private Sitemap() {}

    /** Writes XML; its writer has exceptions of its own. */
    @FunctionalInterface
    private interface Content {
        void writeTo(XMLStreamWriter xml) throws XMLStreamException;
    }

    /**
     * A sitemap.
     *
     * @param addresses absolute
     */
    static Answer of(List<String> addresses) {
        return xml("urlset", xml -> {
            xml.writeNamespace("xhtml", XHTML);
            for (String address : addresses) {
                xml.writeStartElement("url");
                location(xml, address);
                alternate(xml, "en", address + "?lang=en");
                alternate(xml, "zh-Hans", address + "?lang=zh");
                alternate(xml, "x-default", address);
                xml.writeEndElement();
            }
        });
    }

    /**
     * A sitemap of sitemaps.
     *
     * @param part the address of a part, from 1
     */
    static Answer index(int parts, IntFunction<String> part) {
        return xml("sitemapindex", xml -> {
            for (String address : IntStream.rangeClosed(1, parts).mapToObj(part).toList()) {
                xml.writeStartElement("sitemap");
                location(xml, address);
                xml.writeEndElement();
            }
        });
    }

    private static void location(XMLStreamWriter xml, String address) throws XMLStreamException {
        xml.writeStartElement("loc");
        xml.writeCharacters(XmlCharacters.require(address));
        xml.writeEndElement();
    }

    private static void alternate(XMLStreamWriter xml, String language, String address) throws XMLStreamException {
        xml.writeEmptyElement("xhtml", "link", XHTML);
        xml.writeAttribute("rel", "alternate");
        xml.writeAttribute("hreflang", language);
        xml.writeAttribute("href", XmlCharacters.require(address));
    }

    private static Answer xml(String root, Content content) {
        return Answer.of("application/xml", out -> write(out, root, content));
    }

    private static void write(OutputStream out, String root, Content content) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement(root);
            xml.writeDefaultNamespace(NAMESPACE);
            content.writeTo(xml);
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }
}
