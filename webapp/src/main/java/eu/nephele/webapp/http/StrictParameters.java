package eu.nephele.webapp.http;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.FieldError;
import eu.nephele.api.failure.PlatformException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses parameters that the called method does not declare, naming the ones it knows: a misspelt one is never ignored. */
public final class StrictParameters implements HandlerInterceptor {

    private final Map<HandlerMethod, TreeSet<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method) || method.getBean() instanceof ErrorPage) {
            return true;
        }
        var allowed = known.computeIfAbsent(method, StrictParameters::declared);
        var names = allowed.isEmpty() ? "none" : String.join(", ", allowed);
        var errors = request.getParameterMap().keySet().stream()
                .filter(name -> !allowed.contains(name))
                .sorted()
                .map(name -> new FieldError(name, "unknown", "is no parameter here; allowed: " + names))
                .toList();
        if (!errors.isEmpty()) {
            throw new PlatformException(
                    ErrorCode.BAD_REQUEST,
                    "Unknown parameter `%s`; allowed: %s"
                            .formatted(errors.getFirst().field(), names),
                    errors);
        }
        return true;
    }

    private static TreeSet<String> declared(HandlerMethod method) {
        var names = new TreeSet<String>();
        Arrays.stream(method.getMethodParameters()).forEach(parameter -> {
            var named = parameter.getParameterAnnotation(RequestParam.class);
            if (named != null) {
                names.add(named.name().isEmpty() ? parameter.getParameter().getName() : named.name());
            }
            if (parameter.hasParameterAnnotation(RequestPart.class)) {
                names.add(parameter.getParameter().getName());
            }
        });
        return names;
    }
}
