package org.zhice.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilesTest {
    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private static final String YASGUI = "/webjars/zazuko__yasgui/4.5.0";

    @ParameterizedTest
    @CsvSource({
        "/static/zhice.css, text/css;charset=utf-8",
        "/static/editor.js, text/javascript;charset=utf-8",
        "/static/icon.svg, image/svg+xml",
        "/webjars/zazuko__yasgui/4.5.0/build/yasgui.min.css, text/css;charset=utf-8",
        "/webjars/zazuko__yasgui/4.5.0/build/yasgui.min.js.map, application/json",
        "/webjars/echarts/6.0.0/dist/echarts.min.js, text/javascript;charset=utf-8"
    })
    void files_are_served_with_their_type_and_the_headers_of_all_answers(String path, String type) {
        HttpResponse<String> response = SERVER.get(path);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "Content-Type").replace(" ", "")).isEqualToIgnoringCase(type);
        assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(response, "Vary")).contains("Accept-Encoding");
        assertThat(response.body()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/static/zhice.css", YASGUI + "/build/yasgui.min.js"})
    void file_that_the_client_has_is_not_sent_again(String path) {
        HttpResponse<String> first = SERVER.get(path);
        String tag = header(first, "ETag");
        String modified = header(first, "Last-Modified");

        assertThat(SERVER.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(SERVER.get(path, "If-Modified-Since", modified).statusCode()).isEqualTo(304);
        assertThat(SERVER.get(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
        HttpResponse<String> head = SERVER.send("HEAD", path);
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "ETag")).isEqualTo(tag);
        assertThat(header(head, "Content-Length")).isEqualTo(header(first, "Content-Length"));
    }

    @ParameterizedTest
    @CsvSource({
        "/static/zhice.css, 'public, max-age=600'",
        "/webjars/zazuko__yasgui/4.5.0/build/yasgui.min.css, 'public, max-age=31536000, immutable'"
    })
    void files_with_a_version_may_be_kept_for_ever(String path, String caching) {
        assertThat(header(SERVER.get(path), "Cache-Control")).isEqualTo(caching);
    }

    @Test
    void pages_name_our_files_by_their_content_and_these_are_packed_once() {
        Matcher files = Pattern.compile("(?:href|src)=\"(/static/[^\"]+)\"")
                .matcher(SERVER.browse("/sparql").body());
        List<String> paths = files.results().map(file -> file.group(1)).toList();

        assertThat(paths).hasSize(5).allMatch(path -> path.matches("/static/[a-z]+\\.[0-9a-f]{12}\\.[a-z]+"));
        for (String path : paths) {
            HttpResponse<String> first = SERVER.get(path, "Accept-Encoding", "gzip");
            HttpResponse<String> again = SERVER.get(path, "Accept-Encoding", "gzip", "Accept-Language", "zh");
            assertThat(header(first, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
            assertThat(header(again, "Cache-Status")).isEqualTo("zhice; hit");
            assertThat(again.body()).isEqualTo(first.body()).isNotEmpty();
            assertThat(SERVER.get(path).body())
                    .isEqualTo(
                            SERVER.get(path.replaceFirst("\\.[0-9a-f]{12}", "")).body());
            assertThat(SERVER.get(path.replaceFirst("[0-9a-f]{12}", "0123456789ab"))
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void each_script_knows_where_charts_are_drawn_with() {
        Matcher library = Pattern.compile("data-library=\"([^\"]+)\"")
                .matcher(SERVER.browse("/sparql").body());

        assertThat(library.find()).isTrue();
        assertThat(SERVER.get(library.group(1)).body()).contains("echarts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/static",
                "/static/",
                "/static/none.css",
                "/static/../web/messages.properties",
                "/static/..%2fweb/messages.properties",
                "/static/%2e%2e/web/messages.properties",
                "/static/%2e%2e/ZhiceServer.class",
                "/static//zhice.css",
                "/static/zhice.css/",
                "/static/zhice.css%00.js",
                "/static/;x/../zhice.css.class",
                "//static/../pom.xml",
                "/webjars",
                "/webjars/",
                "/webjars/zazuko__yasgui",
                "/webjars/zazuko__yasgui/",
                "/webjars/zazuko__yasgui/4.5.0/build/yasgui.html",
                "/webjars/echarts/6.0.0/LICENSE",
                "/webjars/../maven/org.webjars.npm/zazuko__yasgui/pom.xml",
                "/webjars/../../../org/zhice/server/ZhiceServer.class",
                "/webjars/..%5c..%5cMANIFEST.MF"
            })
    void nothing_else_is_served(String path) {
        HttpResponse<String> response = SERVER.get(path);

        assertThat(response.statusCode()).isIn(400, 404);
        assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/static/none.css", "/webjars/none.js", "/none"})
    void missing_file_is_a_page_to_a_browser(String path) {
        HttpResponse<String> page = SERVER.browse(path);

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(header(page, "Content-Type")).startsWith("text/html");
        assertThat(header(page, "Content-Security-Policy")).contains("default-src 'none'");
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElseThrow();
    }
}
