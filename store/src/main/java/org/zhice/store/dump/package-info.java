/**
 * Releases as files: where their dumps and manifests lie, for who writes them and who gives them away.
 */
package org.zhice.store.dump;
