/**
 * What a person does with a reading: looks at it beside the text ({@link org.zhice.loader.review.ReviewSheet}), measures
 * it against an annotation ({@link org.zhice.loader.review.Evaluation}).
 */
package org.zhice.loader.review;
