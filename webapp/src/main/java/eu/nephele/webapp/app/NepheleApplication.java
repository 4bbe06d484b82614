package eu.nephele.webapp.app;

import java.util.Arrays;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;

/** Starts the server, or one of the commands that need no server: {@code check} and {@code import}. */
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
            case "check" -> System.exit(CheckCommand.run(rest));
            case "import" -> System.exit(ImportCommand.run(rest));
            default -> start(arguments);
        }
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
        return application;
    }
}
