package org.zhice.server.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.content.HttpContent;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.resource.Resource;
import org.eclipse.jetty.util.resource.ResourceFactory;

/** Files of the class path: our style sheet and scripts, and those of others out of their WebJars. */
final class Files extends ResourceHandler {
    /** A page of a WebJar would stand on our site without its policy. */
    private static final Pattern SERVED = Pattern.compile(".+\\.(css|js|json|map|png|svg|txt|woff2)");

    private Files(Function<ResourceFactory, Resource> folder, String caching) {
        setBaseResource(folder.apply(ResourceFactory.of(this)));
        setCacheControl(caching);
        setEtags(true);
        setAcceptRanges(false);
    }

    /** The files of our pages, for some minutes, after which a client asks whether they have changed. */
    static Handler ours() {
        return at(
                "/static",
                new Files(jars -> jars.newClassLoaderResource("org/zhice/server/static"), "public, max-age=600"));
    }

    /** The files of all WebJars, for ever: their version is in the address. */
    static Handler webJars() {
        return at("/webjars", new Files(Files::webJars, "public, max-age=31536000, immutable"));
    }

    private static Resource webJars(ResourceFactory jars) {
        try {
            List<URL> folders =
                    Collections.list(Files.class.getClassLoader().getResources("META-INF/resources/webjars"));
            return ResourceFactory.combine(
                    folders.stream().map(jars::newResource).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A context looks for aliases, such as a path with a slash too many. */
    private static Handler at(String address, Files files) {
        ContextHandler context = new ContextHandler(files, address);
        context.setAllowNullPathInContext(true);
        context.getMimeTypes().addMimeMapping("css", "text/css;charset=utf-8");
        context.getMimeTypes().addMimeMapping("js", "text/javascript;charset=utf-8");
        context.getMimeTypes().addMimeMapping("map", "application/json");
        return context;
    }

    /** No folder either: Jetty would refuse its list, and so tell that it is there. */
    @Override
    protected HttpContent.Factory newHttpContentFactory(ByteBufferPool.Sized buffers) {
        HttpContent.Factory all = super.newHttpContentFactory(buffers);
        return path -> SERVED.matcher(path).matches() ? all.getContent(path) : null;
    }
}
