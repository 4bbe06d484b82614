package eu.nephele.webapp.app;

import eu.nephele.webapp.editorui.EditorFiles;
import eu.nephele.webapp.editorui.EditorServlet;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EditorUiWiring {

    @Bean
    ServletRegistrationBean<EditorServlet> editorServlet() {
        return new ServletRegistrationBean<>(new EditorServlet(new EditorFiles("/editor")), "/admin/*");
    }
}
