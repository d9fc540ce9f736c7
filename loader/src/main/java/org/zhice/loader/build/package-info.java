/**
 * From quads to a published store: {@link org.zhice.loader.build.KnowledgeGraph} gathers the release,
 * {@link org.zhice.loader.build.StoreBuilder} writes it and tells whether it is stale.
 */
package org.zhice.loader.build;
