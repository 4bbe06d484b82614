package eu.nephele.webapp.app;

import eu.nephele.platform.authoring.Drafts;
import eu.nephele.platform.authoring.SaveEntry;
import eu.nephele.platform.authoring.Translations;
import eu.nephele.platform.delivery.Delivery;
import eu.nephele.platform.delivery.MomentPictures;
import eu.nephele.platform.media.Assets;
import eu.nephele.platform.media.LinkSignature;
import eu.nephele.platform.media.RenditionSize;
import eu.nephele.platform.transcript.Tracks;
import eu.nephele.platform.transcript.Transcripts;
import eu.nephele.webapp.app.DefinitionWiring.CurrentDefinitions;
import eu.nephele.webapp.deliveryrest.TrackServlet;
import eu.nephele.webapp.http.ErrorWriter;
import eu.nephele.webapp.mediafiles.PlayerServlet;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What belongs to films: transcripts, tracks, pictures of moments, players of others. */
@Configuration(proxyBeanMethods = false)
class TranscriptWiring {

    @Bean
    Transcripts transcripts(Drafts drafts, SaveEntry saveEntry, Assets assets) {
        return new Transcripts(drafts, saveEntry, new Translations(drafts), assets);
    }

    @Bean
    Tracks tracks(Drafts drafts, SaveEntry saveEntry, Assets assets) {
        return new Tracks(drafts, saveEntry, assets);
    }

    @Bean
    MomentPictures momentPictures(LinkSignature linkSignature) {
        return (asset, fileName, width, second) ->
                RenditionSize.link(RenditionSize.moment(width, second), asset, fileName, linkSignature);
    }

    @Bean
    ServletRegistrationBean<TrackServlet> trackServlet(Delivery delivery, CurrentDefinitions definitions) {
        return new ServletRegistrationBean<>(new TrackServlet(delivery, definitions), "/.rest/tracks/*");
    }

    @Bean
    ServletRegistrationBean<PlayerServlet> playerServlet(ErrorWriter errors) {
        return new ServletRegistrationBean<>(new PlayerServlet(errors), "/.player");
    }
}
