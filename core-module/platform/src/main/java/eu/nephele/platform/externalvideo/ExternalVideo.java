package eu.nephele.platform.externalvideo;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.FieldError;
import eu.nephele.api.failure.PlatformException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A film that lies with somebody else. Nothing is asked of them: all of it follows from the address.
 *
 * @param provider {@code youtube}, {@code vimeo} or {@code peertube}
 * @param host of the player; whoever loads it shows himself to this host
 * @param id what the provider calls the film
 * @param pageUrl where people watch it
 * @param embedUrl of the player, in the form that sets the fewest cookies
 */
public record ExternalVideo(String provider, String host, String id, String pageUrl, String embedUrl) {

    private static final Set<String> YOUTUBE =
            Set.of("youtube.com", "m.youtube.com", "music.youtube.com", "youtube-nocookie.com");
    private static final Pattern YOUTUBE_ID = Pattern.compile("[A-Za-z0-9_-]{11}");
    private static final Pattern YOUTUBE_PATH = Pattern.compile("/(?:embed|shorts|live|v)/([^/]+)/?");
    private static final Pattern YOUTUBE_QUERY = Pattern.compile("(?:^|&)v=([^&]+)");
    private static final Pattern VIMEO_PATH =
            Pattern.compile("/(?:video/|channels/[^/]+/|groups/[^/]+/videos/)?(\\d{6,12})(?:/([0-9a-f]{6,20}))?/?");
    private static final Pattern VIMEO_HASH = Pattern.compile("(?:^|&)h=([0-9a-f]{6,20})(?:&|$)");
    private static final Pattern PEERTUBE_PATH = Pattern.compile("/(?:w|videos/watch|videos/embed)/"
            + "([0-9A-Za-z]{22}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/?");
    private static final Pattern HOST =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{1,61}");

    /** What it is, where the address is one of a film with a provider that is known. */
    public static Optional<ExternalVideo> of(String address) {
        URI uri;
        try {
            uri = new URI(address.strip());
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
        if (!isWeb(uri)) {
            return Optional.empty();
        }
        var host = uri.getHost().toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
        var path = uri.getPath() == null ? "" : uri.getPath();
        var query = uri.getQuery() == null ? "" : uri.getQuery();
        return switch (host) {
            case "youtu.be" -> youTube(path.replaceFirst("^/", "").replaceFirst("/$", ""));
            case "vimeo.com", "player.vimeo.com" -> vimeo(path, query);
            default -> YOUTUBE.contains(host) ? youTube(path, query) : peerTube(host, path);
        };
    }

    /** @throws PlatformException INVALID_VALUE with what is wrong with the address, and what one looks like */
    public static ExternalVideo require(String address) {
        return of(address).orElseThrow(() -> {
            var complaint = complaint(address);
            return new PlatformException(
                    ErrorCode.INVALID_VALUE,
                    "url " + complaint,
                    List.of(new FieldError("url", "externalVideo", complaint)));
        });
    }

    /** What to say of an address that is none of a film; made to follow the property's name. */
    public static String complaint(String address) {
        var known = say(
                "known are YouTube (https://www.youtube.com/watch?v=…), Vimeo (https://vimeo.com/123456789) and PeerTube (https://peertube.example/w/…)");
        try {
            var uri = new URI(address.strip());
            if (uri.getScheme() != null && uri.getScheme().equalsIgnoreCase("http")) {
                return say("begins with http: the address must begin with https://");
            }
            if (!isWeb(uri)) {
                return say("`%s` is no address of a film: %s", address, known);
            }
            var host = uri.getHost().toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
            return YOUTUBE.contains(host) || host.equals("youtu.be") || host.equals("vimeo.com")
                    ? say("`%s` names no film: open the film and copy the address of its page", address)
                    : say("`%s` is with nobody whose player is known: %s", address, known);
        } catch (URISyntaxException noAddress) {
            return say("`%s` is no address: %s", address, known);
        }
    }

    private static boolean isWeb(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme())
                && uri.getHost() != null
                && uri.getUserInfo() == null
                && (uri.getPort() == -1 || uri.getPort() == 443)
                && HOST.matcher(uri.getHost().toLowerCase(Locale.ROOT)).matches();
    }

    private static Optional<ExternalVideo> youTube(String path, String query) {
        if (path.equals("/watch")) {
            var named = YOUTUBE_QUERY.matcher(query);
            return named.find() ? youTube(named.group(1)) : Optional.empty();
        }
        var named = YOUTUBE_PATH.matcher(path);
        return named.matches() ? youTube(named.group(1)) : Optional.empty();
    }

    private static Optional<ExternalVideo> youTube(String id) {
        var host = "www.youtube-nocookie.com";
        return YOUTUBE_ID.matcher(id).matches()
                ? Optional.of(new ExternalVideo(
                        "youtube",
                        host,
                        id,
                        "https://www.youtube.com/watch?v=" + id,
                        "https://%s/embed/%s".formatted(host, id)))
                : Optional.empty();
    }

    private static Optional<ExternalVideo> vimeo(String path, String query) {
        var named = VIMEO_PATH.matcher(path);
        if (!named.matches()) {
            return Optional.empty();
        }
        var id = named.group(1);
        var inQuery = VIMEO_HASH.matcher(query);
        // Of a film that is not listed the address has a key, without which the player refuses.
        var key = named.group(2) != null ? named.group(2) : inQuery.find() ? inQuery.group(1) : null;
        var host = "player.vimeo.com";
        return Optional.of(new ExternalVideo(
                "vimeo",
                host,
                key == null ? id : id + "/" + key,
                "https://vimeo.com/" + id + (key == null ? "" : "/" + key),
                "https://%s/video/%s?dnt=1%s".formatted(host, id, key == null ? "" : "&h=" + key)));
    }

    private static Optional<ExternalVideo> peerTube(String host, String path) {
        var named = PEERTUBE_PATH.matcher(path);
        return named.matches()
                ? Optional.of(new ExternalVideo(
                        "peertube",
                        host,
                        named.group(1),
                        "https://%s/w/%s".formatted(host, named.group(1)),
                        "https://%s/videos/embed/%s".formatted(host, named.group(1))))
                : Optional.empty();
    }
}
