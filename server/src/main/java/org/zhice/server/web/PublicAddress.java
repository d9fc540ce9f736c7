package org.zhice.server.web;

import java.net.URI;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Where clients find the server, whatever they or a proxy wrote into the header {@code Host}: every absolute address that we
 * give ({@link Client#site}) begins with it.
 *
 * @param url scheme, host and port, without a slash at the end
 */
public record PublicAddress(URI url) implements HttpConfiguration.Customizer {
    private static final int LAST_PORT = 65_535;

    /** The attribute of a request that holds it. */
    public static final String ATTRIBUTE = PublicAddress.class.getName();

    /**
     * The address of an option.
     *
     * @throws IllegalArgumentException if it is not http or https with a host alone: our pages stand at the root
     */
    public static PublicAddress of(String text) {
        URI url = URI.create(text.replaceFirst("/$", ""));
        boolean isWeb = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        boolean isBare = url.getHost() != null && url.getPort() <= LAST_PORT && url.equals(bare(url));
        if (!isWeb || !isBare) {
            throw new IllegalArgumentException(text);
        }
        return new PublicAddress(url);
    }

    private static URI bare(URI url) {
        return URI.create(url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort()));
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable headers) {
        request.setAttribute(ATTRIBUTE, url.toString());
        HttpURI asked = HttpURI.build(request.getHttpURI())
                .scheme(url.getScheme())
                .authority(url.getHost(), url.getPort())
                .asImmutable();
        HttpFields told = HttpFields.build(request.getHeaders()).put(HttpHeader.HOST, url.getAuthority());
        return new Request.Wrapper(request) {
            /** Jetty refuses a request whose header names another host than its address. */
            @Override
            public HttpFields getHeaders() {
                return told;
            }

            @Override
            public HttpURI getHttpURI() {
                return asked;
            }
        };
    }
}
