package eu.nephele.webapp.app;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.web.server.PortInUseException;

/** Tells why the server did not start, without a stack trace. */
final class StartFailureMessage implements FailureAnalysisReporter {

    @Override
    public void report(FailureAnalysis analysis) {
        System.err.println("nephele: " + message(analysis));
    }

    private static String message(FailureAnalysis analysis) {
        if (analysis.getCause() instanceof PortInUseException taken) {
            return "port %d is taken by another program; choose another one with --port.".formatted(taken.getPort());
        }
        for (var cause = analysis.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof UnboundConfigurationPropertiesException unknown) {
                var names = unknown.getUnboundProperties().stream()
                        .map(property -> property.getName().toString())
                        .collect(Collectors.joining(", "));
                return "%s: there is no such setting; config/application.yaml shows those there are.".formatted(names);
            }
        }
        return Stream.of(analysis.getDescription(), analysis.getAction())
                .filter(text -> text != null && !text.isBlank())
                .map(String::strip)
                .collect(Collectors.joining("\n"));
    }
}
