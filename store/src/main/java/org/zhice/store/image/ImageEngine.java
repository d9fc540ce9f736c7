package org.zhice.store.image;

import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.QueryEngineFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.main.QueryEngineMain;
import org.apache.jena.sparql.util.Context;

/** Plans queries as TDB2 does, in quads, and runs them on an image. */
final class ImageEngine extends QueryEngineMain {
    private ImageEngine(Query query, ImageDataset image, Binding input, Context context) {
        super(query, image, input, context);
    }

    private ImageEngine(Op op, ImageDataset image, Binding input, Context context) {
        super(op, image, input, context);
    }

    @Override
    protected Op modifyOp(Op op) {
        Op quads = Algebra.toQuadForm(super.modifyOp(op));
        setOp(quads);
        return quads;
    }

    /** For queries to images; those that pick graphs of their own with FROM are planned by ARQ, triple by triple. */
    record Factory() implements QueryEngineFactory {
        @Override
        public boolean accept(Query query, DatasetGraph asked, Context context) {
            return asked instanceof ImageDataset && !query.hasDatasetDescription();
        }

        @Override
        public Plan create(Query query, DatasetGraph asked, Binding input, Context context) {
            return new ImageEngine(query, (ImageDataset) asked, input, context).getPlan();
        }

        @Override
        public boolean accept(Op op, DatasetGraph asked, Context context) {
            return asked instanceof ImageDataset;
        }

        @Override
        public Plan create(Op op, DatasetGraph asked, Binding input, Context context) {
            return new ImageEngine(op, (ImageDataset) asked, input, context).getPlan();
        }
    }
}
