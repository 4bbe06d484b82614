package eu.nephele.platform.search.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.api.search.SearchDeadline;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to the cluster. Searches have a short deadline and a circuit breaker: while the cluster does not answer they are refused
 * at once. Everything else waits longer, for it is done in the background.
 */
final class Connection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final Duration LONGEST_CALL = Duration.ofSeconds(10);
    private static final Duration LONGEST_WRITE = Duration.ofSeconds(30);
    private static final Duration LEAST_TIME = Duration.ofMillis(5);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);

    /** Not the time in which a node that is gone is passed over, but of one that is busy. */
    private static final Duration HANDSHAKE_TIMEOUT = Duration.ofSeconds(5);

    private static final Duration OPEN = Duration.ofSeconds(2);
    private static final int CONNECTIONS = 64;
    private static final int CALLS_IN_WINDOW = 10;
    private static final int LEAST_CALLS = 3;

    private final Rest5ClientTransport transport;
    private final ElasticsearchAsyncClient client;
    private final CircuitBreaker breaker;
    private final Duration searchTimeout;
    private final Refusals refusals;
    private volatile String lastFailure = "Elasticsearch does not answer";

    Connection(ElasticsearchSettings settings) {
        this.transport = new Rest5ClientTransport(rest(settings), new Jackson3JsonpMapper());
        this.client = new ElasticsearchAsyncClient(transport);
        this.searchTimeout = settings.searchTimeout();
        this.refusals = new Refusals(settings);
        this.breaker = CircuitBreaker.of(
                "elasticsearch",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(CALLS_IN_WINDOW)
                        .minimumNumberOfCalls(LEAST_CALLS)
                        .waitDurationInOpenState(OPEN)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .recordException(Connection::isUnreachable)
                        .build());
        breaker.getEventPublisher().onStateTransition(event -> tell(event.getStateTransition()));
    }

    /** What begins and what ends; that it was tried in vain every two seconds meanwhile would fill the log. */
    private void tell(CircuitBreaker.StateTransition transition) {
        switch (transition) {
            case CLOSED_TO_OPEN -> LOG.warn("Searches through Elasticsearch are refused. {}", lastFailure);
            case HALF_OPEN_TO_CLOSED -> LOG.warn("Searches through Elasticsearch are answered again");
            default -> LOG.debug("Searches through Elasticsearch: {}. {}", transition, lastFailure);
        }
    }

    /** How long a search may take within the cluster. */
    Duration searchTimeout() {
        var left = SearchDeadline.left(searchTimeout);
        return left.compareTo(LEAST_TIME) < 0 ? LEAST_TIME : left;
    }

    /** For what somebody waits for. */
    <T> T search(Function<ElasticsearchAsyncClient, CompletableFuture<T>> request) {
        var left = SearchDeadline.left(searchTimeout);
        if (left.compareTo(LEAST_TIME) < 0) {
            throw unavailable("it answers too slowly", new CutShort());
        }
        try {
            return breaker.executeSupplier(() -> await(request, left));
        } catch (CallNotPermittedException open) {
            throw new PlatformException(
                    ErrorCode.SEARCH_UNAVAILABLE, lastFailure + "; searches are refused until it answers");
        } catch (PlatformException failure) {
            if (isUnreachable(failure)) {
                lastFailure = String.valueOf(failure.getMessage());
            }
            throw failure;
        }
    }

    /** For what is done in the background. */
    <T> T call(Function<ElasticsearchAsyncClient, CompletableFuture<T>> request) {
        return await(request, LONGEST_CALL);
    }

    /** For large requests in the background. */
    <T> T write(Function<ElasticsearchAsyncClient, CompletableFuture<T>> request) {
        return await(request, LONGEST_WRITE);
    }

    /** Answers null where there is no such index or document. */
    <T> @Nullable T callForExisting(Function<ElasticsearchAsyncClient, CompletableFuture<T>> request) {
        try {
            return call(request);
        } catch (PlatformException failure) {
            if (failure.getCause() instanceof ElasticsearchException known && known.status() == 404) {
                return null;
            }
            throw failure;
        }
    }

    private <T> T await(Function<ElasticsearchAsyncClient, CompletableFuture<T>> request, Duration atMost) {
        CompletableFuture<T> answer;
        try {
            answer = request.apply(client);
        } catch (RuntimeException closed) {
            throw unavailable("the request could not be sent: " + closed.getMessage(), closed);
        }
        try {
            return answer.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            var whole = atMost.compareTo(searchTimeout) >= 0;
            throw unavailable("no answer within " + atMost.toMillis() + " ms", whole ? late : new CutShort());
        } catch (InterruptedException interrupted) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw unavailable("interrupted", interrupted);
        } catch (ExecutionException failed) {
            throw refusals.of(failed.getCause());
        }
    }

    static PlatformException unavailable(String why, @Nullable Throwable cause) {
        return Refusals.unavailable(why, cause);
    }

    /** A call that was not given the time of one: it tells nothing of the cluster. */
    private static final class CutShort extends TimeoutException {
        @Serial
        private static final long serialVersionUID = 1;
    }

    /** A missing index is the index's trouble, not the cluster's. */
    private static boolean isUnreachable(Throwable failure) {
        return failure instanceof PlatformException known
                && known.code() == ErrorCode.SEARCH_UNAVAILABLE
                && !isMissing(known)
                && !(known.getCause() instanceof CutShort);
    }

    static boolean isMissing(PlatformException failure) {
        return failure.getCause() instanceof ElasticsearchException known && known.status() == 404;
    }

    private static Rest5Client rest(ElasticsearchSettings settings) {
        var builder = Rest5Client.builder(
                        settings.uris().stream().map(HttpHost::create).toArray(HttpHost[]::new))
                .setDefaultHeaders(credentials(settings))
                .setConnectionConfigCallback(
                        connection -> connection.setConnectTimeout(CONNECT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS))
                .setRequestConfigCallback(
                        request -> request.setResponseTimeout(LONGEST_WRITE.toMillis(), TimeUnit.MILLISECONDS))
                .setConnectionManagerCallback(pool -> pool.setMaxConnPerRoute(CONNECTIONS)
                        .setMaxConnTotal(CONNECTIONS)
                        .setDefaultTlsConfig(TlsConfig.custom()
                                .setHandshakeTimeout(HANDSHAKE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                                .build()));
        var path = settings.uris().getFirst().getRawPath();
        if (path != null && path.length() > 1) {
            builder.setPathPrefix(path);
        }
        if (settings.caCertificate() != null) {
            builder.setSSLContext(trusting(settings));
        }
        return builder.build();
    }

    private static Header[] credentials(ElasticsearchSettings settings) {
        var headers = new ArrayList<Header>();
        if (settings.apiKey() != null) {
            headers.add(new BasicHeader("Authorization", "ApiKey " + settings.apiKey()));
        } else if (settings.user() != null) {
            var pair = (settings.user() + ":" + settings.password()).getBytes(StandardCharsets.UTF_8);
            headers.add(new BasicHeader(
                    "Authorization", "Basic " + Base64.getEncoder().encodeToString(pair)));
        }
        return headers.toArray(Header[]::new);
    }

    private static SSLContext trusting(ElasticsearchSettings settings) {
        var file = java.util.Objects.requireNonNull(settings.caCertificate());
        try (var input = Files.newInputStream(file)) {
            var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            var number = 0;
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(input)) {
                trusted.setCertificateEntry("ca" + number++, certificate);
            }
            if (number == 0) {
                throw new PlatformException(
                        ErrorCode.BAD_REQUEST,
                        "nephele.search.elasticsearch.ca-certificate: there is no certificate in " + file);
            }
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trusted);
            var context = SSLContext.getInstance("TLS");
            context.init(null, factory.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new PlatformException(
                    ErrorCode.BAD_REQUEST,
                    "nephele.search.elasticsearch.ca-certificate: %s cannot be read: %s (PEM is expected)"
                            .formatted(file, unreadable.getMessage()),
                    unreadable);
        }
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
