/**
 * A text under repair. The {@link org.zhice.loader.extract.clean.draft.Draft} makes the changes that a
 * {@link org.zhice.loader.extract.clean.draft.Repair} asks for, notes each as a
 * {@link org.zhice.loader.extract.clean.draft.Damage}, and keeps the way back to the original as a
 * {@link org.zhice.loader.extract.clean.draft.Passage}.
 */
package org.zhice.loader.extract.clean.draft;
