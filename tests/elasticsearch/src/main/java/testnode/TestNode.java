package testnode;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.elasticsearch.Build;
import org.elasticsearch.client.internal.Client;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.core.TimeValue;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.PluginsLoader;

/**
 * One Elasticsearch node on loopback. Arguments: an empty folder that it may fill, its HTTP port, and the folder of
 * its modules.
 * Prints its URL when it is green, and runs until its standard input ends, so that it outlives nobody.
 */
public final class TestNode {
    public static void main(String[] arguments) {
        try {
            run(arguments);
        } catch (Throwable error) { // the node's own threads would keep the process alive
            error.printStackTrace();
            System.exit(1);
        }
    }

    private static void run(String[] arguments) throws Exception {
        PrintStream answer = System.out;
        System.setOut(System.err); // the log is for people
        Path home = Path.of(arguments[0]).toAbsolutePath();
        layModule(home, Path.of(arguments[2], "transport-netty4"), "org.elasticsearch.transport.netty4.Netty4Plugin");
        layModule(home, Path.of(arguments[2], "analysis-common"), "analysis.AnalysisCommon");
        Settings settings = Settings.builder()
            .put("path.home", home)
            .put("cluster.name", "natverk-tests")
            .put("node.name", "test")
            .put("network.host", "127.0.0.1")
            .put("http.port", arguments[1])
            .put("transport.port", "0")
            .put("discovery.type", "single-node")
            .put("node.processors", 2)
            // A developer's disk may be nearly full: that makes no index read-only here.
            .put("cluster.routing.allocation.disk.threshold_enabled", false)
            .build();
        LogConfigurator.configureESLogging();
        LogConfigurator.configureWithoutConfig(Settings.builder().put("logger.level", "WARN").build());
        var environment = InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), home.resolve("config"), () -> "test");
        PluginsLoader plugins = PluginsLoader.createPluginsLoader(
            PluginsLoader.loadModulesBundles(environment.modulesDir(), false), Set.of(), Map.of(), false);
        Node node = new Node(environment, plugins);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node)));
        node.start();
        Client client = node.client();
        client.admin().cluster().prepareHealth(TimeValue.timeValueSeconds(60)).setWaitForGreenStatus().get();
        InetSocketAddress address = client.admin().cluster().prepareNodesInfo().setHttp(true).get().getNodes().get(0)
            .getInfo(org.elasticsearch.http.HttpInfo.class).address().publishAddress().address();
        answer.println("http://127.0.0.1:" + address.getPort());
        while (System.in.read() >= 0) { }
        System.exit(0);
    }

    /** A module is a folder with its jar and a descriptor. */
    private static void layModule(Path home, Path jars, String plugin) throws IOException {
        String name = jars.getFileName().toString();
        Path folder = Files.createDirectories(home.resolve("modules").resolve(name));
        try (var found = Files.newDirectoryStream(jars, "*.jar")) {
            for (Path jar : found) Files.copy(jar, folder.resolve(jar.getFileName()));
        }
        String version = Build.current().version();
        Files.write(folder.resolve("plugin-descriptor.properties"), List.of(
            "name=" + name, "description=" + name, "classname=" + plugin, "version=" + version,
            "elasticsearch.version=" + version, "java.version=21"));
    }

    private static void close(Node node) {
        try {
            node.close();
        } catch (IOException error) {
            System.err.println(error);
        }
    }
}
