package eu.nephele.webapp.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.yaml.snakeyaml.Yaml;

/** The files for several machines fit each other and the settings, as far as that can be told without containers. */
class DeploymentFilesTest {

    private static final Path CONFIG = Path.of("../config");
    private static final String LIVE = "/.rest/ops/health/live";
    private static final String READY = "/.rest/ops/health/ready";

    @Test
    void everyVariableOfTheComposedNodesIsASetting() throws IOException {
        var services = map(compose().get("services"));
        for (var name : List.of("node-1", "node-2")) {
            var settings = bind(map(map(services.get(name)).get("environment")));
            assertThat(settings.dataFolder()).isEqualTo(Path.of("/nephele/data"));
            assertThat(settings.repository().store()).isEqualTo(StoreSettings.Store.POSTGRESQL);
            assertThat(settings.repository().postgresql().url()).contains("//database:5432/nephele");
            assertThat(settings.repository().binaries().folder()).isEqualTo("/nephele/binaries");
            assertThat(settings.media().linkSecret()).as("one for all nodes").isNotEmpty();
            assertThat(settings.search().engine()).isEqualTo(SearchSettings.Engine.ELASTICSEARCH);
            var cluster = settings.search().elasticsearch();
            assertThat(cluster.addresses()).isNotEmpty().allSatisfy(uri -> {
                assertThat(services).containsKey(uri.getHost());
                assertThat(uri.getPort()).isEqualTo(9200);
            });
            assertThat(cluster.user()).isEqualTo("elastic");
            assertThat(map(map(services.get("search")).get("environment")).get("ELASTIC_PASSWORD"))
                    .isEqualTo(map(map(services.get(name)).get("environment"))
                            .get("NEPHELE_SEARCH_ELASTICSEARCH_PASSWORD"));
        }
    }

    @Test
    void eachComposedServiceIsAskedWhetherItIsWell() throws IOException {
        var services = map(compose().get("services"));

        assertThat(services).containsOnlyKeys("database", "search", "node-1", "node-2", "proxy");
        services.forEach((name, service) -> assertThat(map(service)).as(name).containsKeys("healthcheck", "restart"));
    }

    /** What is tried here against the server that tests start. */
    @Test
    void theSearchServersAreOfTheVersionThatIsTested() throws IOException {
        var version = Pattern.compile("<elasticsearch-server.version>(.*?)<")
                .matcher(Files.readString(CONFIG.resolveSibling("pom.xml")));
        assertThat(version.find()).isTrue();

        for (var file : List.of("compose.yaml", "kubernetes.yaml")) {
            assertThat(Files.readString(CONFIG.resolve(file)))
                    .contains("image: elasticsearch:" + version.group(1) + "\n");
        }
    }

    @Test
    void variablesThatTheDocumentationNamesAreSettings() {
        var settings = bind(Map.of(
                "NEPHELE_SEARCH_ENGINE", "elasticsearch",
                "NEPHELE_SEARCH_ELASTICSEARCH_URIS", "https://search:9200",
                "NEPHELE_SEARCH_ELASTICSEARCH_APIKEY", "key"));

        assertThat(settings.search().elasticsearch().apiKey()).isEqualTo("key");
    }

    @Test
    void theComposedServicesFitEachOther() throws IOException {
        var compose = compose();
        var services = map(compose.get("services"));
        var volumes = map(compose.get("volumes")).keySet();
        services.forEach((name, description) -> {
            var service = map(description);
            switch (service.get("depends_on")) {
                case null -> {}
                case List<?> names -> assertThat(services.keySet()).containsAll(texts(names));
                case Object names ->
                    assertThat(services.keySet()).containsAll(map(names).keySet());
            }
            texts(service.getOrDefault("volumes", List.of())).stream()
                    .map(volume -> volume.split(":")[0])
                    .forEach(volume -> assertThat(
                                    volume.startsWith("./")
                                            ? Files.exists(CONFIG.resolve(volume))
                                            : volumes.contains(volume))
                            .as(volume)
                            .isTrue());
        });
        var data = List.of("node-1", "node-2").stream()
                .map(name -> texts(map(services.get(name)).get("volumes")).getFirst())
                .toList();
        assertThat(data).as("each node has a data folder of its own").doesNotHaveDuplicates();
        assertThat(map(services.get("node-1")).get("healthcheck").toString()).contains(":8080" + READY);
        var database = map(map(services.get("database")).get("environment"));
        assertThat(database.get("POSTGRES_INITDB_ARGS")).asString().contains("UTF8", "locale=C");
    }

    @Test
    void theProxyAsksTheComposedNodes() throws IOException {
        var proxy = Files.readString(CONFIG.resolve("nginx.conf"));
        var services = map(compose().get("services"));

        var servers = new TreeSet<String>();
        var server = Pattern.compile("server ([\\w-]+):(\\d+)").matcher(proxy);
        while (server.find()) {
            servers.add(server.group(1));
            assertThat(map(map(services.get(server.group(1))).get("environment"))
                            .get("SERVER_PORT"))
                    .isEqualTo(server.group(2));
        }
        assertThat(servers).containsExactly("node-1", "node-2");
        assertThat(proxy.lines().map(String::strip).filter(line -> line.startsWith("server node-")))
                .as("names are asked for again, for a container that is made anew has another address")
                .allMatch(line -> line.contains(" resolve "));
        assertThat(proxy).as("of the server of composed networks").contains("resolver 127.0.0.11 ");
        assertThat(proxy).as("where all workers keep the addresses").contains("zone nephele ");
        var image = map(services.get("proxy")).get("image").toString();
        assertThat(asksForNamesAgain(image.substring("nginx:".length())))
                .as("%s knows `resolve`", image)
                .isTrue();
        assertThat(texts(map(services.get("proxy")).get("ports"))).containsExactly("8080:8080");
        assertThat(proxy).contains("listen 8080;");
    }

    /** As nginx does since 1.27.3. */
    private static boolean asksForNamesAgain(String version) {
        return Runtime.Version.parse(version).compareTo(Runtime.Version.parse("1.27.3")) >= 0;
    }

    @Test
    void nginxTakesTheProxysFile(@TempDir Path folder) throws Exception {
        var nginx = List.of("/usr/sbin/nginx", "/usr/bin/nginx").stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        Assumptions.assumeTrue(nginx.isPresent(), "nginx is not installed");
        var version = run(List.of(nginx.orElseThrow().toString(), "-v")).said();
        var number = Pattern.compile("nginx/([\\d.]+)").matcher(version);
        Assumptions.assumeTrue(number.find() && asksForNamesAgain(number.group(1)), version + " is too old");
        var file = folder.resolve("nginx.conf");
        Files.writeString(
                file,
                "pid %s/nginx.pid;\nerror_log stderr;\n".formatted(folder)
                        + Files.readString(CONFIG.resolve("nginx.conf")));
        var checked =
                run(List.of(nginx.orElseThrow().toString(), "-t", "-p", folder.toString(), "-c", file.toString()));

        assertThat(checked.status()).as(checked.said()).isZero();
    }

    private record Ended(int status, String said) {}

    private static Ended run(List<String> command) throws Exception {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(Duration.ofSeconds(30))).isTrue();
        return new Ended(process.exitValue(), said);
    }

    @Test
    void theImageStartsWhatIsBuilt() throws IOException {
        var image = Files.readString(CONFIG.resolve("Dockerfile"));

        assertThat(image).contains("USER nephele", "EXPOSE 8080", "app/nephele.jar");
        Pattern.compile("(?m)^COPY (?!--from)(\\S+) ")
                .matcher(image)
                .results()
                .forEach(copied ->
                        assertThat(CONFIG.resolveSibling(copied.group(1))).exists());
    }

    @Test
    void theKubernetesNodesFitTheSettingsAndWhatTheyReach() throws IOException {
        var objects = kubernetes();
        var spec = map(objects.get("StatefulSet/nephele").get("spec"));
        assertThat(spec).containsEntry("replicas", 2);
        var pod = map(map(spec.get("template")).get("spec"));
        var container = map(list(pod.get("containers")).getFirst());

        var environment = new HashMap<>(map(objects.get("ConfigMap/nephele").get("data")));
        list(container.get("env"))
                .forEach(variable -> environment.put(map(variable).get("name").toString(), "secret"));
        var settings = bind(environment);
        assertThat(settings.repository().store()).isEqualTo(StoreSettings.Store.POSTGRESQL);
        assertThat(settings.media().linkSecret()).as("one for all nodes").isEqualTo("secret");
        var database = URI.create(settings.repository().postgresql().url().substring("jdbc:".length()));
        assertServed(objects, database);
        assertThat(settings.search().engine()).isEqualTo(SearchSettings.Engine.ELASTICSEARCH);
        settings.search().elasticsearch().addresses().forEach(uri -> assertServed(objects, uri));

        var port = map(list(container.get("ports")).getFirst());
        assertThat(port.get("containerPort").toString()).isEqualTo(environment.get("SERVER_PORT"));
        Map.of("startupProbe", LIVE, "livenessProbe", LIVE, "readinessProbe", READY)
                .forEach((probe, path) -> {
                    var asked = map(map(container.get(probe)).get("httpGet"));
                    assertThat(asked).containsEntry("path", path).containsEntry("port", port.get("name"));
                });
        var mounted = list(container.get("volumeMounts")).stream()
                .map(mount -> map(mount).get("mountPath"))
                .toList();
        assertThat(mounted)
                .containsExactlyInAnyOrder(
                        environment.get("NEPHELE_DATA"),
                        settings.repository().binaries().folder());
    }

    /** A service of the cluster has this name and port. */
    private static void assertServed(Map<String, Map<String, Object>> objects, URI address) {
        var service = objects.get("Service/" + address.getHost());
        assertThat(service).as("%s", address).isNotNull();
        assertThat(list(map(service.get("spec")).get("ports")))
                .anySatisfy(port -> assertThat(map(port)).containsEntry("port", address.getPort()));
    }

    @Test
    void theKubernetesObjectsFitEachOther() throws IOException {
        var objects = kubernetes();
        var labels = new HashMap<Object, String>();
        objects.forEach((name, object) -> {
            if (object.get("kind").equals("StatefulSet")) {
                var spec = map(object.get("spec"));
                var template = map(spec.get("template"));
                var own = map(map(template.get("metadata")).get("labels"));
                assertThat(map(spec.get("selector")).get("matchLabels")).isEqualTo(own);
                assertThat(objects).containsKey("Service/" + spec.get("serviceName"));
                labels.put(own, name);
                assertProbedAndMounted(objects, spec);
            }
        });
        assertThat(labels).hasSize(3);
        objects.values().stream()
                .filter(object -> object.get("kind").equals("Service"))
                .forEach(service ->
                        assertThat(labels).containsKey(map(service.get("spec")).get("selector")));

        for (var name : List.of("Ingress/nephele", "Ingress/nephele-editing")) {
            var rule = map(list(map(objects.get(name).get("spec")).get("rules")).getFirst());
            for (var path : list(map(rule.get("http")).get("paths"))) {
                var backend = map(map(map(path).get("backend")).get("service"));
                var service = map(objects.get("Service/" + backend.get("name")).get("spec"));
                assertThat(list(service.get("ports")))
                        .anySatisfy(port -> assertThat(map(port))
                                .containsEntry("name", map(backend.get("port")).get("name")));
            }
        }
    }

    private static void assertProbedAndMounted(Map<String, Map<String, Object>> objects, Map<String, Object> spec) {
        var pod = map(map(spec.get("template")).get("spec"));
        var container = map(list(pod.get("containers")).getFirst());
        assertThat(container).containsKeys("startupProbe", "livenessProbe", "readinessProbe", "resources");
        var there = new ArrayList<String>();
        list(pod.getOrDefault("volumes", List.of())).forEach(volume -> {
            there.add(map(volume).get("name").toString());
            assertThat(objects)
                    .containsKey("PersistentVolumeClaim/"
                            + map(map(volume).get("persistentVolumeClaim")).get("claimName"));
        });
        list(spec.get("volumeClaimTemplates"))
                .forEach(claim ->
                        there.add(map(map(claim).get("metadata")).get("name").toString()));
        assertThat(list(container.get("volumeMounts")).stream()
                        .map(mount -> map(mount).get("name").toString()))
                .containsExactlyInAnyOrderElementsOf(there);
    }

    /** By kind and name. */
    private static Map<String, Map<String, Object>> kubernetes() throws IOException {
        var objects = new LinkedHashMap<String, Map<String, Object>>();
        for (var object : new Yaml().loadAll(Files.readString(CONFIG.resolve("kubernetes.yaml")))) {
            assertThat(map(object)).containsKeys("apiVersion", "kind", "metadata");
            objects.put(
                    map(object).get("kind") + "/"
                            + map(map(object).get("metadata")).get("name"),
                    map(object));
        }
        return objects;
    }

    @Test
    void theKubernetesSecretIsDescribed() throws IOException {
        var file = Files.readString(CONFIG.resolve("kubernetes.yaml"));
        var described = file.substring(0, file.indexOf("apiVersion"));

        Pattern.compile("key: ([\\w-]+)")
                .matcher(file)
                .results()
                .forEach(key -> assertThat(described).contains(key.group(1)));
    }

    private static NepheleSettings bind(Map<String, Object> environment) {
        var variables = new HashMap<String, Object>();
        environment.forEach(
                (name, value) -> variables.put(name, value.toString().replaceAll("\\$\\{.*}", "x")));
        var sources = new MutablePropertySources();
        sources.addFirst(new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        var bound = new Binder(ConfigurationPropertySources.from(sources))
                .bind(
                        "nephele",
                        Bindable.of(NepheleSettings.class),
                        new NoUnboundElementsBindHandler(BindHandler.DEFAULT, source -> true));
        return bound.get();
    }

    private static Map<String, Object> compose() throws IOException {
        return map(new Yaml().load(Files.readString(CONFIG.resolve("compose.yaml"))));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        assertThat(value).isInstanceOf(Map.class);
        return (Map<String, Object>) value;
    }

    private static List<?> list(Object value) {
        assertThat(value).isInstanceOf(List.class);
        return (List<?>) value;
    }

    private static List<String> texts(Object value) {
        return list(value).stream().map(Object::toString).toList();
    }
}
