package org.zhice.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DataFolderTest {
    private static final String CHECKOUT = System.getProperty("zhice.home");

    @AfterEach
    void as_before() {
        System.setProperty("zhice.home", CHECKOUT);
        System.clearProperty("zhice.data");
    }

    @Test
    void lies_in_the_home_unless_the_start_script_says_otherwise() {
        assertThat(DataFolder.of(Path.of(CHECKOUT))).isEqualTo(Path.of(CHECKOUT, "data"));
        System.setProperty("zhice.data", "/var/lib/知策𠮷");
        assertThat(DataFolder.of(Path.of(CHECKOUT))).isEqualTo(Path.of("/var/lib/知策𠮷"));
        assertThat(DataFolder.of(Path.of(CHECKOUT, "app", ".."))).isEqualTo(Path.of("/var/lib/知策𠮷"));
    }

    /** A trial copy of the tables shall not touch the store of the original. */
    @Test
    void what_the_start_script_says_holds_for_its_own_home_only() {
        System.setProperty("zhice.data", "/var/lib/知策𠮷");
        assertThat(DataFolder.of(Path.of("/srv/copy"))).isEqualTo(Path.of("/srv/copy/data"));
    }
}
