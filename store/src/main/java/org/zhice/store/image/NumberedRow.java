package org.zhice.store.image;

import java.util.Iterator;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBase;

/** A row of numbers; a term is looked up when somebody asks for it. */
final class NumberedRow extends BindingBase {
    private final Terms terms;
    private final Var[] columns;
    private final int[] numbers;

    /**
     * What a pattern adds to a row.
     *
     * @param columns shared by all rows of the pattern
     */
    NumberedRow(Binding parent, Terms terms, Var[] columns, int[] numbers) {
        super(parent);
        this.terms = terms;
        this.columns = columns;
        this.numbers = numbers;
    }

    /** The number of a value in a row of any kind; {@link Image#ANY} if it has none there. */
    static int number(Binding row, Var column, Terms terms) {
        Binding at = row;
        while (at instanceof NumberedRow numbered && numbered.terms == terms) {
            int place = numbered.place(column);
            if (place >= 0) {
                return numbered.numbers[place];
            }
            at = numbered.parent;
        }
        Node term = at == null ? null : at.get(column);
        return term == null ? Image.ANY : terms.number(term);
    }

    private int place(Var column) {
        for (int i = 0; i < columns.length; i++) {
            if (columns[i].equals(column)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    protected Iterator<Var> vars1() {
        return List.of(columns).iterator();
    }

    @Override
    protected int size1() {
        return columns.length;
    }

    @Override
    protected boolean isEmpty1() {
        return columns.length == 0;
    }

    @Override
    protected boolean contains1(Var column) {
        return place(column) >= 0;
    }

    @Override
    protected Node get1(Var column) {
        int place = place(column);
        return place < 0 ? null : terms.term(numbers[place]);
    }

    @Override
    protected Binding detachWithNewParent(Binding other) {
        return new NumberedRow(other, terms, columns, numbers);
    }
}
