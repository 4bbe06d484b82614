package eu.nephele.development.elasticsearch.analysis;

import java.util.Map;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.email.UAX29URLEmailTokenizer;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.pattern.PatternCaptureGroupTokenFilter;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;
import org.elasticsearch.plugins.Plugin;

/** How security has the e-mail addresses of its users analyzed. Without it the server cannot make the index that API keys lie in. */
public final class AddressAnalysis extends Plugin implements AnalysisPlugin {

    @Override
    public Map<String, AnalysisProvider<TokenizerFactory>> getTokenizers() {
        return Map.of(
                "uax_url_email",
                (index, environment, name, settings) -> TokenizerFactory.newFactory(name, UAX29URLEmailTokenizer::new));
    }

    @Override
    public Map<String, AnalysisProvider<TokenFilterFactory>> getTokenFilters() {
        return Map.of(
                "unique",
                (index, environment, name, settings) -> new Unique(name),
                "pattern_capture",
                AnalysisPlugin.requiresAnalysisSettings((index, environment, name, settings) -> new Captured(
                        name,
                        settings.getAsBoolean("preserve_original", true),
                        settings.getAsList("patterns").stream()
                                .map(Pattern::compile)
                                .toArray(Pattern[]::new))));
    }

    private static final class Unique extends AbstractTokenFilterFactory {

        Unique(String name) {
            super(name);
        }

        @Override
        public TokenStream create(TokenStream tokens) {
            return new RemoveDuplicatesTokenFilter(tokens);
        }
    }

    private static final class Captured extends AbstractTokenFilterFactory {

        private final boolean keepsOriginal;
        private final Pattern[] patterns;

        Captured(String name, boolean keepsOriginal, Pattern[] patterns) {
            super(name);
            this.keepsOriginal = keepsOriginal;
            this.patterns = patterns;
        }

        @Override
        public TokenStream create(TokenStream tokens) {
            return new PatternCaptureGroupTokenFilter(tokens, keepsOriginal, patterns);
        }
    }
}
