package org.zhice.server.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String OURS = "org/zhice/server/static/";
    private static final int DIGITS = 12;

    /** The names under which our files never change, each by its own. */
    private static final Map<String, String> LASTING = Stream.of(
                    "zhice.css", "chart.js", "editor.js", "question.js", "results.js", "suggest.js", "icon.svg")
            .collect(Collectors.toMap(name -> name, Files::lasting));

    private static final Map<String, String> OWN =
            LASTING.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

    private static final String WEB_JARS = "META-INF/resources/webjars";

    /** The jar of the charts lists its files but not their folders, so it is found by one of its files. */
    private static final String CHARTS = "META-INF/maven/org.mvnpm/echarts/pom.properties";

    private static final String CHART_FILES = "META-INF/resources/_static/";

    /** A page of a WebJar would stand on our site without its policy. */
    private static final Pattern SERVED = Pattern.compile(".+\\.(css|js|json|map|png|svg|txt|woff2)");

    private final Predicate<String> served;
    private final String folder;

    private Files(Function<ResourceFactory, Resource> base, String folder, Predicate<String> served, String caching) {
        this.folder = folder;
        this.served = served;
        setBaseResource(base.apply(ResourceFactory.of(this)));
        setCacheControl(caching);
        setEtags(true);
        setAcceptRanges(!folder.isEmpty());
        if (folder.isEmpty()) {
            // None is mapped into memory: Java would unpack it beside its jar for that.
            setMinMappedFileSize(0);
        }
    }

    /**
     * The files of our pages: under names that tell their content for ever, under their own for some minutes, after which a
     * client asks whether they have changed.
     */
    static Handler ours() {
        Function<ResourceFactory, Resource> base = jars -> jars.newClassLoaderResource(OURS);
        return at(
                "/static",
                new Handler.Sequence(
                        new Files(base, "", OWN::containsKey, FOR_EVER),
                        new Files(base, "", SERVED.asMatchPredicate(), MINUTES)));
    }

    /** The address of one of our files, which is another when its content is. */
    static String address(String name) {
        return "/static/" + LASTING.get(name);
    }

    private static String lasting(String name) {
        int dot = name.lastIndexOf('.');
        return name.substring(0, dot) + "." + digest(name) + name.substring(dot);
    }

    private static String digest(String name) {
        try (InputStream file = Files.class.getClassLoader().getResourceAsStream(OURS + name)) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(file.readAllBytes());
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The files of all WebJars, for ever: their version is in the address. */
    static Handler webJars() {
        return at("/webjars", new Files(Files::webJars, "", SERVED.asMatchPredicate(), FOR_EVER));
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
        return at(address, new Files(disk -> disk.newResource(base), "/" + folder, served.asMatchPredicate(), MINUTES));
    }

    private static Resource webJars(ResourceFactory jars) {
        try {
            ClassLoader classes = Files.class.getClassLoader();
            List<Resource> folders = new ArrayList<>();
            for (URL folder : Collections.list(classes.getResources(WEB_JARS))) {
                folders.add(jars.newResource(folder));
            }
            String charts = classes.getResource(CHARTS).toString();
            folders.add(jars.newResource(charts.replace(CHARTS, CHART_FILES)));
            return ResourceFactory.combine(folders);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A context looks for aliases, such as a path with a slash too many. */
    private static Handler at(String address, Handler files) {
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
        return path -> {
            String name = path.replaceFirst("^/", "");
            return served.test(name) ? all.getContent(folder + "/" + OWN.getOrDefault(name, name)) : null;
        };
    }
}
