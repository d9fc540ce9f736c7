package org.zhice.bench;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.resource.ResourceFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Jetty with the files of a folder and nothing else: what a cached answer is measured beside. */
@Command(name = "static", description = "Serves the files of a folder by Jetty alone; prints its port")
final class StaticServer implements Callable<Integer> {
    @Parameters(index = "0", description = "The folder")
    Path folder;

    @Override
    public Integer call() throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ResourceHandler files = new ResourceHandler();
        files.setBaseResource(ResourceFactory.of(server).newResource(folder));
        files.setEtags(true);
        server.setHandler(files);
        server.start();
        System.out.println(connector.getLocalPort());
        server.join();
        return 0;
    }
}
