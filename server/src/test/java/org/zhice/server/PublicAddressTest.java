package org.zhice.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhice.server.web.PublicAddress;

class PublicAddressTest {
    @RegisterExtension
    static final TestServer SERVER = new TestServer().at("https://zhice.example:8443/");

    @Test
    void absolute_addresses_begin_with_it() {
        assertThat(SERVER.get("/.well-known/sparql-examples").body())
                .contains("https://zhice.example:8443/sparql")
                .doesNotContain("http://localhost");
        assertThat(SERVER.browse("/").body())
                .contains("https://zhice.example:8443/sparql")
                .doesNotContain("http://localhost:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zhice.example",
                "ftp://zhice.example",
                "https://",
                "https://zhice.example/kg",
                "https://zhice.example?a=b",
                "https://me@zhice.example",
                "https://知策 𠮷.example"
            })
    void only_a_host_will_do(String text) {
        assertThatThrownBy(() -> PublicAddress.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
