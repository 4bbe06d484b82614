package eu.nephele.webapp.app;

import eu.nephele.webapp.editorapi.EditorLimits;
import eu.nephele.webapp.http.BodyArgument;
import eu.nephele.webapp.http.CurrentAccount;
import eu.nephele.webapp.http.CurrentActor;
import eu.nephele.webapp.http.ErrorWriter;
import eu.nephele.webapp.http.JsonBody;
import eu.nephele.webapp.http.MalformedRequests;
import eu.nephele.webapp.http.StrictParameters;
import java.util.List;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class HttpWiring implements WebMvcConfigurer {

    private final NepheleSettings settings;

    HttpWiring(NepheleSettings settings) {
        this.settings = settings;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CurrentActor());
        resolvers.add(new BodyArgument(jsonBody(settings)));
        resolvers.add(new CurrentAccount());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new StrictParameters());
    }

    /** There are no HTML forms: a body is never read as parameters, whatever a client says of its type. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> bodiesAreNoParameters() {
        return server -> server.addConnectorCustomizers(connector -> connector.setParseBodyMethods(""));
    }

    /** An entry of usual size then leaves in one write to the socket instead of several. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> answersLeaveInOnePiece() {
        return server ->
                server.addConnectorCustomizers(connector -> connector.setProperty("socket.appWriteBufSize", "32768"));
    }

    /** Behind the container's own page for errors, so that there is nothing left for that to say. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> errorsAreJson(ErrorWriter errors) {
        return server -> server.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new MalformedRequests(errors)));
    }

    @Bean
    ErrorWriter errorWriter(JsonMapper json) {
        return new ErrorWriter(json);
    }

    @Bean
    EditorLimits editorLimits(NepheleSettings settings) {
        return new EditorLimits(settings.editor().maxPageSize());
    }

    @Bean
    JsonBody jsonBody(NepheleSettings settings) {
        return new JsonBody((int) settings.editor().maxBodySize().toBytes());
    }
}
