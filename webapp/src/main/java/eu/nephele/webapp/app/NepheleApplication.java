package eu.nephele.webapp.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

/** Starts the server, or one of the commands that need no server: {@code check}, {@code import} and {@code index}. */
@SpringBootApplication(
        scanBasePackages = "eu.nephele.webapp",
        proxyBeanMethods = false,
        exclude = {
            UserDetailsServiceAutoConfiguration.class,
            SecurityFilterAutoConfiguration.class,
            ErrorMvcAutoConfiguration.class
        })
@ConfigurationPropertiesScan
public class NepheleApplication {

    public static void main(String[] arguments) {
        var rest = arguments.length == 0 ? new String[0] : Arrays.copyOfRange(arguments, 1, arguments.length);
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "check" -> {
                logFailuresOnly();
                System.exit(CheckCommand.run(rest));
            }
            case "import" -> {
                logFailuresOnly();
                System.exit(ImportCommand.run(rest));
            }
            case "index" -> {
                logFailuresOnly();
                System.exit(IndexCommand.run(rest));
            }
            default -> start(arguments);
        }
    }

    /** Commands say themselves what is worth knowing. */
    private static void logFailuresOnly() {
        var logging = LoggingSystem.get(NepheleApplication.class.getClassLoader());
        logging.beforeInitialize();
        logging.initialize(new LoggingInitializationContext(new StandardEnvironment()), null, null);
        logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
    }

    private static void start(String[] arguments) {
        try {
            application().run(arguments);
        } catch (RuntimeException toldAlready) {
            System.exit(1);
        }
    }

    /** The server, not started yet. */
    static SpringApplication application() {
        var application = new SpringApplication(NepheleApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.addInitializers(context -> requireFreePort(context.getEnvironment()), new EarlyStart());
        return application;
    }

    /** Said at once, not after the data folder was opened. */
    private static void requireFreePort(Environment environment) {
        var port = environment.getProperty("server.port", Integer.class, 8080);
        if (port <= 0) {
            return;
        }
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
        } catch (IOException taken) {
            throw new PortInUseException(port, taken);
        }
    }
}
