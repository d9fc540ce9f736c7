package org.zhice.server.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Path;
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

/**
 * Files of the class path, our style sheet and scripts and those of others out of their WebJars, and products on disk, which
 * can be taken away in parts.
 */
final class Files extends ResourceHandler {
    private static final String MINUTES = "public, max-age=600";

    /** A page of a WebJar would stand on our site without its policy. */
    private static final Pattern SERVED = Pattern.compile(".+\\.(css|js|json|map|png|svg|txt|woff2)");

    private final Pattern served;
    private final String folder;

    private Files(Function<ResourceFactory, Resource> base, String folder, Pattern served, String caching) {
        this.folder = folder;
        this.served = served;
        setBaseResource(base.apply(ResourceFactory.of(this)));
        setCacheControl(caching);
        setEtags(true);
        setAcceptRanges(!folder.isEmpty());
    }

    /** The files of our pages, for some minutes, after which a client asks whether they have changed. */
    static Handler ours() {
        return at(
                "/static",
                new Files(jars -> jars.newClassLoaderResource("org/zhice/server/static"), "", SERVED, MINUTES));
    }

    /** The files of all WebJars, for ever: their version is in the address. */
    static Handler webJars() {
        return at("/webjars", new Files(Files::webJars, "", SERVED, "public, max-age=31536000, immutable"));
    }

    /**
     * The files of a folder on disk; what is none of them is left to the pages.
     *
     * @param root is there
     * @param folder below it; may be made later
     * @param served the names of the files
     */
    static Handler of(String address, Path root, String folder, Pattern served) {
        Path base = root.toAbsolutePath();
        return at(address, new Files(disk -> disk.newResource(base), "/" + folder, served, MINUTES));
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
        context.getMimeTypes().addMimeMapping("sha256", "text/plain;charset=utf-8");
        return context;
    }

    /** No folder either: Jetty would refuse its list, and so tell that it is there. */
    @Override
    protected HttpContent.Factory newHttpContentFactory(ByteBufferPool.Sized buffers) {
        HttpContent.Factory all = super.newHttpContentFactory(buffers);
        return path -> served.matcher(path.replaceFirst("^/", "")).matches() ? all.getContent(folder + path) : null;
    }
}
