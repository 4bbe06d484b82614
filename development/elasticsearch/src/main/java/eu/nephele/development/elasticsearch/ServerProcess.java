package eu.nephele.development.elasticsearch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.PluginsLoader;

/**
 * {@code ServerProcess HOME DATA PORT}: one node on the loopback address, port 0 for a free one. Its address is in
 * {@code DATA/logs/http.ports} once it answers. It ends when its input does, so that it never outlives the process that started it.
 * Without security, unless there is a folder {@code DATA/config}: that one then has the server's users, roles and certificate.
 */
final class ServerProcess {

    private static final String SETTING = "setting.";
    private static final String LOGGING = "log4j2.properties";

    private ServerProcess() {}

    public static void main(String[] arguments) throws Exception {
        var home = Path.of(arguments[0]);
        var data = Path.of(arguments[1]);
        var logs = Files.createDirectories(data.resolve("logs"));
        System.setProperty("es.path.home", home.toString());
        var ownConfiguration = data.resolve("config");
        var secured = Files.isDirectory(ownConfiguration);
        var settings = Settings.builder()
                .put("path.home", home)
                .put("path.data", data.resolve("data"))
                .put("path.logs", logs)
                .put("cluster.name", "nephele-development")
                .put("node.name", "development")
                .put("node.portsfile", true)
                .put("discovery.type", "single-node")
                .put("network.host", "127.0.0.1")
                .put("http.port", arguments[2])
                .put("transport.port", 0)
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                .put(given())
                .build();
        var environment = InternalSettingsPreparer.prepareEnvironment(
                settings, Map.of(), secured ? ownConfiguration : home.resolve("config"), () -> "development");
        if (secured) {
            Files.copy(
                    home.resolve("config").resolve(LOGGING),
                    ownConfiguration.resolve(LOGGING),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        LogConfigurator.setNodeName("development");
        LogConfigurator.configure(environment, true);
        var modules = new HashSet<>(PluginsLoader.loadModulesBundles(environment.modulesDir(), false));
        if (secured) {
            modules.addAll(PluginsLoader.loadModulesBundles(home.resolve("secured"), false));
        }
        var node = new Node(environment, PluginsLoader.createPluginsLoader(modules, Set.of(), Map.of(), false));
        node.start();
        while (System.in.read() >= 0) {
            // What is said does not matter, only that somebody is still there.
        }
        node.close();
        System.exit(0);
    }

    /** Settings of the server by system properties: {@code -Dsetting.indexing_pressure.memory.limit=64kb}. */
    private static Settings given() {
        var given = Settings.builder();
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(SETTING))
                .forEach(name -> given.put(name.substring(SETTING.length()), System.getProperty(name)));
        return given.build();
    }
}
