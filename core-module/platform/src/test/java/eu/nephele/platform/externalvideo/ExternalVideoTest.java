package eu.nephele.platform.externalvideo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The many addresses of a film are one film. */
class ExternalVideoTest {

    @ParameterizedTest
    @CsvSource({
        "https://www.youtube.com/watch?v=AbCdEf_-123, youtube, AbCdEf_-123",
        "https://www.youtube.com/watch?list=PL1&v=AbCdEf_-123&t=30s, youtube, AbCdEf_-123",
        "https://m.youtube.com/watch?v=AbCdEf_-123, youtube, AbCdEf_-123",
        "https://youtu.be/AbCdEf_-123?si=tracking, youtube, AbCdEf_-123",
        "https://www.youtube.com/embed/AbCdEf_-123, youtube, AbCdEf_-123",
        "https://www.youtube.com/shorts/AbCdEf_-123, youtube, AbCdEf_-123",
        "https://www.youtube-nocookie.com/embed/AbCdEf_-123, youtube, AbCdEf_-123",
        "https://vimeo.com/123456789, vimeo, 123456789",
        "https://vimeo.com/123456789/abcdef0123, vimeo, 123456789/abcdef0123",
        "https://player.vimeo.com/video/123456789?h=abcdef0123, vimeo, 123456789/abcdef0123",
        "https://vimeo.com/channels/staffpicks/123456789, vimeo, 123456789",
        "https://films.example/w/kkGMgK9ZtnKfYAgnEtQxbv, peertube, kkGMgK9ZtnKfYAgnEtQxbv",
        "https://films.example/videos/watch/9c9de5e8-0a1e-484a-b099-e80766180a6d, peertube, 9c9de5e8-0a1e-484a-b099-e80766180a6d",
        "https://FILMS.example/videos/embed/9c9de5e8-0a1e-484a-b099-e80766180a6d, peertube, 9c9de5e8-0a1e-484a-b099-e80766180a6d"
    })
    void aFilmIsKnownByAnyOfItsAddresses(String address, String provider, String id) {
        var video = ExternalVideo.of(address).orElseThrow();

        assertThat(video.provider()).isEqualTo(provider);
        assertThat(video.id()).isEqualTo(id);
        assertThat(video.embedUrl()).startsWith("https://" + video.host() + "/");
        assertThat(ExternalVideo.of(video.pageUrl())).contains(video);
        assertThat(ExternalVideo.of(video.embedUrl())).contains(video);
    }

    @Test
    void thePlayerIsTheOneThatKeepsLeast() {
        assertThat(ExternalVideo.require("https://youtu.be/AbCdEf_-123").embedUrl())
                .isEqualTo("https://www.youtube-nocookie.com/embed/AbCdEf_-123");
        assertThat(ExternalVideo.require("https://vimeo.com/123456789/abcdef0123")
                        .embedUrl())
                .isEqualTo("https://player.vimeo.com/video/123456789?dnt=1&h=abcdef0123");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "video",
                "javascript:alert(1)",
                "https://",
                "https://youtube.com.evil.example/watch?v=AbCdEf_-123",
                "https://evil@www.youtube.com/watch?v=AbCdEf_-123",
                "https://www.youtube.com:8443/watch?v=AbCdEf_-123",
                "https://www.youtube.com/watch?v=AbCdEf_-123%22onload",
                "https://www.youtube.com/@channel",
                "https://vimeo.com/about",
                "https://localhost/w/kkGMgK9ZtnKfYAgnEtQxbv",
                "https://127.0.0.1/w/kkGMgK9ZtnKfYAgnEtQxbv",
                "https://films.example/about",
                "https://films.example/w/kkGMgK9ZtnKfYAgnEtQxbv/../x"
            })
    void whatIsNoFilmIsNotTakenForOne(String address) {
        assertThat(ExternalVideo.of(address)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://vimeo.com/123456789, must begin with https://",
        "https://www.youtube.com/@channel, names no film",
        "https://films.example/about, nobody whose player is known",
        "my film, is no address"
    })
    void itIsToldWhatIsWrong(String address, String message) {
        assertThat(ExternalVideo.complaint(address)).contains(message);
        assertThatThrownBy(() -> ExternalVideo.require(address)).hasMessageContaining(message);
    }
}
