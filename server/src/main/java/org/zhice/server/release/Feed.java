package org.zhice.server.release;

import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.zhice.server.protocol.XmlCharacters;
import org.zhice.server.web.Links;
import org.zhice.server.web.Messages;
import org.zhice.server.web.Numbers;
import org.zhice.store.ReleaseId;
import org.zhice.store.Terms;
import org.zhice.store.dump.DumpFile;
import org.zhice.store.dump.Dumps;
import org.zhice.store.dump.Manifest;

/** A feed of releases in Atom (RFC 4287), whose ids are those of the graph and stay wherever it is served. */
final class Feed {
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    /** A feed must tell when it was changed last: before there is anything, never. */
    private static final Instant NEVER = Instant.EPOCH;

    private final XMLStreamWriter xml;
    private final Dumps dumps;
    private final String site;
    private final Messages words;

    private Feed(XMLStreamWriter xml, Dumps dumps, String site, Messages words) {
        this.xml = xml;
        this.dumps = dumps;
        this.site = site;
        this.words = words;
    }

    /**
     * Writes it.
     *
     * @param site what its addresses begin with
     */
    static String of(Dumps dumps, String site, Messages words) throws XMLStreamException {
        StringWriter text = new StringWriter();
        XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
        new Feed(xml, dumps, site, words).write();
        xml.close();
        return text.toString();
    }

    private void write() throws XMLStreamException {
        List<Manifest> manifests = dumps.manifests();
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        xml.writeAttribute(
                "xml", XMLConstants.XML_NS_URI, "lang", words.language().tag());
        text("id", Terms.BASE + "releases");
        text("title", words.text("feed.title"));
        text(
                "updated",
                manifests.stream()
                        .findFirst()
                        .map(Manifest::issued)
                        .orElse(NEVER)
                        .toString());
        link("self", ReleaseRoom.FEED_TYPE, ReleaseRoom.FEED);
        link("alternate", "text/html", ReleaseRoom.RELEASES);
        xml.writeStartElement("author");
        text("name", words.text("site.name"));
        xml.writeEndElement();
        text("rights", Links.LICENCE);
        for (int i = 0; i < manifests.size(); i++) {
            entry(
                    manifests.get(i),
                    i + 1 < manifests.size() ? manifests.get(i + 1).release() : "");
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void entry(Manifest manifest, String before) throws XMLStreamException {
        String id = manifest.release();
        xml.writeStartElement("entry");
        text("id", ReleaseId.iri(id));
        text("title", words.text("release.title", id));
        text("updated", manifest.issued().toString());
        text("published", manifest.issued().toString());
        link("alternate", "text/html", ReleaseRoom.address(id));
        if (!before.isEmpty()) {
            link("related", "text/html", ReleaseRoom.address(before + "/" + id));
        }
        for (DumpFile file : dumps.dumps(id)) {
            enclosure(file);
        }
        text("summary", summary(manifest, before));
        xml.writeEndElement();
    }

    private String summary(Manifest manifest, String before) {
        String quads = Numbers.show(manifest.quads(), words.language());
        String things = words.text("feed.summary", quads, manifest.graphs().size());
        return before.isEmpty()
                ? things
                : things + " "
                        + words.text("feed.changes", site + ReleaseRoom.address(before + "/" + manifest.release()));
    }

    private void text(String element, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(XmlCharacters.require(text));
        xml.writeEndElement();
    }

    private void link(String relation, String type, String path) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", XmlCharacters.require(site + path));
    }

    private void enclosure(DumpFile file) throws XMLStreamException {
        link("enclosure", DumpFile.TYPE, ReleaseRoom.DUMPS + file.name());
        xml.writeAttribute("length", String.valueOf(file.bytes()));
    }
}
