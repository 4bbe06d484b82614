package eu.nephele.platform.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.transport.TransportException;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** What keeps the cluster from answering, in the words of the operator: which setting to look at. */
final class Refusals {

    private static final String KEY = "nephele.search.elasticsearch.";

    private final String credentials;
    private final String privileges;

    Refusals(ElasticsearchSettings settings) {
        this.credentials = settings.apiKey() != null
                ? "the API key (" + KEY + "api-key)"
                : settings.user() != null
                        ? "user `%s` with this password (%suser, %spassword)".formatted(settings.user(), KEY, KEY)
                        : "requests without credentials (%sapi-key, or %suser and %spassword)".formatted(KEY, KEY, KEY);
        this.privileges = "the privilege `all` on the indices `%1$s-*` and `%1$s~*`".formatted(settings.indexPrefix());
    }

    PlatformException of(Throwable failure) {
        return switch (failure) {
            case PlatformException known -> known;
            case ElasticsearchException refused -> of(refused);
            case TransportException transport
            when transport.statusCode() == 401 || transport.statusCode() == 403 ->
                notAllowed(transport.statusCode(), transport);
            default -> {
                var unconnected = unconnected(failure);
                var reason = failure instanceof IOException ? String.valueOf(failure.getMessage()) : failure.toString();
                yield unavailable(unconnected == null ? reason : unconnected, failure);
            }
        };
    }

    private PlatformException of(ElasticsearchException failure) {
        var reason = reason(failure);
        return switch (failure.status()) {
            case 400 -> new PlatformException(ErrorCode.INVALID_QUERY, "Elasticsearch refuses: " + reason, failure);
            case 401, 403 -> notAllowed(failure.status(), failure);
            case 404 -> unavailable("an index is missing: " + reason, failure);
            default -> unavailable(reason, failure);
        };
    }

    private static String reason(ElasticsearchException failure) {
        var causes = failure.error().rootCause();
        var cause = causes.isEmpty() ? failure.error() : causes.getFirst();
        return "%s: %s".formatted(cause.type(), cause.reason());
    }

    private PlatformException notAllowed(int status, Throwable failure) {
        return unavailable(
                status == 401
                        ? "it does not accept " + credentials
                        : "it does not allow enough to %s: needed is %s".formatted(credentials, privileges),
                failure);
    }

    /** Null where nothing is wrong with the certificate or the connection. */
    private static @Nullable String unconnected(Throwable failure) {
        SSLException secured = null;
        CertificateException certificate = null;
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case CertPathBuilderException _ -> {
                    return "its certificate was signed by an authority that is not trusted; %sca-certificate names the file with that authority's certificate"
                            .formatted(KEY);
                }
                case SSLPeerUnverifiedException other -> {
                    return "its certificate is for another host than %suris names: %s"
                            .formatted(KEY, other.getMessage());
                }
                case SocketTimeoutException _ -> {
                    return "no connection to %suris comes about in time (%s)".formatted(KEY, failure.getMessage());
                }
                case CertificateException other -> certificate = other;
                case SSLException other -> secured = other;
                default -> {}
            }
        }
        if (certificate != null) {
            return "its certificate is refused: %s (%suris, %sca-certificate)"
                    .formatted(certificate.getMessage(), KEY, KEY);
        }
        return secured == null
                ? null
                : "no secured connection comes about: %s (does %suris begin with https where it should?)"
                        .formatted(secured.getMessage(), KEY);
    }

    static PlatformException unavailable(String why, @Nullable Throwable cause) {
        return new PlatformException(ErrorCode.SEARCH_UNAVAILABLE, "Elasticsearch is not available: " + why, cause);
    }
}
