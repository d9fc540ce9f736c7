package org.zhice.loader.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zhice.loader.Checkout;
import org.zhice.loader.Loader;
import org.zhice.loader.Progress;

class WholeGraphTest {
    @Test
    void the_ontology_with_all_data_is_owl_2_dl_and_consistent() {
        Owl graph = Owl.of(new Loader(Checkout.home(), Progress.NONE).check().union());
        assertThat(graph.dlViolations()).isEmpty();
        assertThat(graph.isConsistent()).isTrue();
    }
}
