package analysis;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.compound.DictionaryCompoundWordTokenFilter;
import org.apache.lucene.analysis.core.LowerCaseFilter;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenizer;
import org.apache.lucene.analysis.ngram.NGramTokenFilter;
import org.apache.lucene.analysis.ngram.NGramTokenizer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.sv.SwedishLightStemFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;
import org.elasticsearch.plugins.Plugin;

/**
 * The part of Elasticsearch's module analysis-common that the site's analysis and Wagtail's own use. Elastic does not
 * publish that module as a library; its filters are Lucene's, and here they have the same names, settings and defaults.
 * Source of both: "Text analysis components" in the Elasticsearch reference.
 */
public final class AnalysisCommon extends Plugin implements AnalysisPlugin {
    @Override
    public Map<String, AnalysisProvider<TokenFilterFactory>> getTokenFilters() {
        return Map.of(
            "asciifolding", filter(given -> {
                boolean original = given.getAsBoolean("preserve_original", false);
                return tokens -> new ASCIIFoldingFilter(tokens, original);
            }),
            "lowercase", filter(given -> LowerCaseFilter::new),
            "remove_duplicates", filter(given -> RemoveDuplicatesTokenFilter::new),
            "ngram", filter(given -> {
                int min = given.getAsInt("min_gram", 1), max = given.getAsInt("max_gram", 2);
                return tokens -> new NGramTokenFilter(tokens, min, max, false);
            }),
            "edge_ngram", filter(AnalysisCommon::edgeNGrams),
            "edgeNGram", filter(AnalysisCommon::edgeNGrams),
            "stemmer", filter(AnalysisCommon::stemmer),
            "dictionary_decompounder", AnalysisPlugin.requiresAnalysisSettings((index, environment, name, given) ->
                factory(name, decompounder(environment, given))));
    }

    @Override
    public Map<String, AnalysisProvider<TokenizerFactory>> getTokenizers() {
        return Map.of(
            "whitespace", (index, environment, name, given) -> TokenizerFactory.newFactory(name, WhitespaceTokenizer::new),
            "ngram", (index, environment, name, given) -> TokenizerFactory.newFactory(name,
                () -> new NGramTokenizer(given.getAsInt("min_gram", 1), given.getAsInt("max_gram", 2))),
            "edge_ngram", (index, environment, name, given) -> TokenizerFactory.newFactory(name,
                () -> new EdgeNGramTokenizer(given.getAsInt("min_gram", 1), given.getAsInt("max_gram", 2))));
    }

    private static UnaryOperator<TokenStream> edgeNGrams(Settings given) {
        int min = given.getAsInt("min_gram", 1), max = given.getAsInt("max_gram", 2);
        boolean original = given.getAsBoolean("preserve_original", false);
        return tokens -> new EdgeNGramTokenFilter(tokens, min, max, original);
    }

    private static UnaryOperator<TokenStream> stemmer(Settings given) {
        String language = given.get("language", given.get("name", "porter"));
        return switch (language) {
            case "light_swedish" -> SwedishLightStemFilter::new;
            case "swedish" -> tokens -> new SnowballFilter(tokens, "Swedish");
            case "english", "porter" -> PorterStemFilter::new;
            case "light_english" -> KStemFilter::new;
            case "possessive_english" -> EnglishPossessiveFilter::new;
            default -> throw new IllegalArgumentException("This test node has no stemmer for " + language);
        };
    }

    private static UnaryOperator<TokenStream> decompounder(Environment environment, Settings given) {
        CharArraySet words = Analysis.getWordSet(environment, given, "word_list");
        int word = given.getAsInt("min_word_size", 5);
        int min = given.getAsInt("min_subword_size", 2), max = given.getAsInt("max_subword_size", 15);
        boolean longest = given.getAsBoolean("only_longest_match", false);
        return tokens -> new DictionaryCompoundWordTokenFilter(tokens, words, word, min, max, longest);
    }

    private interface FilterSettings {
        UnaryOperator<TokenStream> read(Settings given);
    }

    private static AnalysisProvider<TokenFilterFactory> filter(FilterSettings settings) {
        return (index, environment, name, given) -> factory(name, settings.read(given));
    }

    private static TokenFilterFactory factory(String name, UnaryOperator<TokenStream> create) {
        return new AbstractTokenFilterFactory(name) {
            @Override
            public TokenStream create(TokenStream tokens) {
                return create.apply(tokens);
            }
        };
    }
}
