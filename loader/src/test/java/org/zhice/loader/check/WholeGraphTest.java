package org.zhice.loader.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhice.loader.Checkout;
import org.zhice.loader.Loader;
import org.zhice.loader.evidence.AddedTexts;
import org.zhice.loader.input.Home;
import org.zhice.loader.input.Progress;

class WholeGraphTest {
    @TempDir
    Path folder;

    @Test
    void the_ontology_with_all_data_and_an_added_text_is_owl_2_dl_and_consistent() {
        Home home = Checkout.copyTo(folder.resolve("checkout"));
        AddedTexts.addMadeUp(home, folder);
        Owl graph = Owl.of(new Loader(home, Progress.NONE).check().union());
        assertThat(graph.dlViolations()).isEmpty();
        assertThat(graph.isConsistent()).isTrue();
    }
}
