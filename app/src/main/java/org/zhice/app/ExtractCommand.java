package org.zhice.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.zhice.loader.extract.DocumentFile;
import org.zhice.loader.extract.Extraction;
import org.zhice.loader.extract.ExtractionWriter;
import org.zhice.loader.extract.Extractor;
import org.zhice.loader.extract.LexiconReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads the text of a plan into rows in the tables' own format. */
@Command(name = "extract")
final class ExtractCommand implements Runnable {
    @Spec
    CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "extract.file")
    Path file;

    @Option(names = "--id", required = true, paramLabel = "ID", descriptionKey = "extract.id")
    String id;

    @Option(names = "--out", required = true, paramLabel = "DIR", descriptionKey = "extract.out")
    Path out;

    @Override
    public void run() {
        Extractor extractor = new Extractor(LexiconReader.read(Zhice.home().tables()));
        Extraction extraction = extractor.read(DocumentFile.read(file), id);
        ExtractionWriter.write(extraction, out);
        PrintWriter err = spec.commandLine().getErr();
        err.println(
                "%d sections, %d tasks, %d responsibilities, %d legislative actions, %d named undertakings, %d doubts: %s"
                        .formatted(
                                extraction.sections().size(),
                                extraction.tasks().size(),
                                extraction.responsibilities().size(),
                                extraction.actions().size(),
                                extraction.initiatives().size(),
                                extraction.doubts().size(),
                                out));
    }
}
