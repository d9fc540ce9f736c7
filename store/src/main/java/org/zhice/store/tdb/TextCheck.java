package org.zhice.store.tdb;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.text.EntityDefinition;
import org.apache.jena.query.text.TextIndexLucene;
import org.apache.jena.sparql.core.Quad;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.NoLockFactory;

/** The text index, beside the graph that it was made from. */
record TextCheck(TextIndexLucene index) {
    /** How many documents it has. */
    long size() {
        try (IndexReader reader = DirectoryReader.open(index.getDirectory())) {
            return reader.numDocs();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What Lucene's own checker says. The index is not written meanwhile, so that no lock is needed. */
    boolean isWhole() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        try (nowhere;
                Lock none = NoLockFactory.INSTANCE.obtainLock(index.getDirectory(), IndexWriter.WRITE_LOCK_NAME);
                CheckIndex check = new CheckIndex(index.getDirectory(), none)) {
            check.setInfoStream(nowhere);
            return check.checkIndex().clean;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it holds: of each text the thing, the field, the language and the words. */
    Set<List<String>> texts() {
        EntityDefinition fields = index.getDocDef();
        Set<List<String>> texts = new HashSet<>();
        try (IndexReader reader = DirectoryReader.open(index.getDirectory())) {
            for (int i = 0; i < reader.maxDoc(); i++) {
                Document document = reader.storedFields().document(i);
                for (String field : fields.fields()) {
                    String words = document.get(field);
                    if (words != null) {
                        texts.add(List.of(
                                document.get(fields.getEntityField()),
                                field,
                                String.valueOf(document.get(fields.getLangField())),
                                words));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    /** What it should hold. */
    Set<List<String>> expected(Iterator<Quad> quads) {
        Set<List<String>> texts = new HashSet<>();
        quads.forEachRemaining(quad -> {
            String field = index.getDocDef().getField(quad.getPredicate());
            if (field != null && quad.getObject().isLiteral()) {
                texts.add(text(quad, field));
            }
        });
        return texts;
    }

    private static List<String> text(Quad quad, String field) {
        Node subject = quad.getSubject();
        String language = quad.getObject().getLiteralLanguage();
        return List.of(
                subject.isURI() ? subject.getURI() : "_:" + subject.getBlankNodeLabel(),
                field,
                language.isEmpty() ? "null" : language,
                quad.getObject().getLiteralLexicalForm());
    }
}
