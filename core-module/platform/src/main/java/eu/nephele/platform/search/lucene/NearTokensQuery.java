package eu.nephele.platform.search.lucene;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.AttributeSource;
import org.apache.lucene.util.automaton.CompiledAutomaton;

/**
 * All tokens of a field within some edits of one, however many, scoring alike. Lucene's own fuzzy query builds its automata for each
 * field and segment anew, which costs far more than the search; here one serves all fields of a request.
 */
final class NearTokensQuery extends MultiTermQuery {

    private final Term token;
    private final int edits;
    private final CompiledAutomaton near;

    /** @param near accepts the tokens within so many edits of this one, as the port counts */
    NearTokensQuery(Term token, int edits, CompiledAutomaton near) {
        super(token.field(), CONSTANT_SCORE_BLENDED_REWRITE);
        this.token = token;
        this.edits = edits;
        this.near = near;
    }

    @Override
    protected TermsEnum getTermsEnum(Terms terms, AttributeSource attributes) throws IOException {
        return near.getTermsEnum(terms);
    }

    @Override
    public void visit(QueryVisitor visitor) {
        if (visitor.acceptField(field)) {
            near.visit(visitor, this, field);
        }
    }

    @Override
    public String toString(String defaultField) {
        return token + "~" + edits;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NearTokensQuery query
                && super.equals(other)
                && token.equals(query.token)
                && edits == query.edits;
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), token, edits);
    }
}
