/**
 * The dataset as a whole: home page, ledger of coverage, health.
 */
package org.zhice.server.dataset;
