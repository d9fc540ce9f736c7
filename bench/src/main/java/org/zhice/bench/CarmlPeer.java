package org.zhice.bench;

import io.carml.engine.rdf.RdfRmlMapper;
import io.carml.logicalsourceresolver.CsvResolver;
import io.carml.util.RmlMappingLoader;
import io.carml.vocab.Rdf;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.RDFWriter;
import org.eclipse.rdf4j.rio.Rio;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** CARML, which maps tables by RML: the way to N-Quads that one would take without us. */
@Command(name = "carml", description = "Maps a folder of tables to N-Quads by CARML")
final class CarmlPeer implements Callable<Integer> {
    @Parameters(index = "0", description = "The folder of the tables, with csv-metadata.json")
    Path tables;

    @Parameters(index = "1", description = "The file to write")
    Path nquads;

    @Override
    public Integer call() throws Exception {
        byte[] mapping = RmlMapping.read(tables).text().getBytes(StandardCharsets.UTF_8);
        RdfRmlMapper mapper = RdfRmlMapper.builder()
                .triplesMaps(RmlMappingLoader.build().load(RDFFormat.TURTLE, new ByteArrayInputStream(mapping)))
                .setLogicalSourceResolver(Rdf.Ql.Csv, CsvResolver::getInstance)
                .fileResolver(tables)
                .build();
        try (OutputStream out = Files.newOutputStream(nquads)) {
            RDFWriter writer = Rio.createWriter(RDFFormat.NQUADS, out);
            writer.startRDF();
            mapper.map().doOnNext(writer::handleStatement).blockLast();
            writer.endRDF();
        }
        return 0;
    }
}
