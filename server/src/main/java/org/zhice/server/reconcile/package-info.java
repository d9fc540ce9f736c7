/**
 * The <a href="https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/">Reconciliation Service API
 * 0.2</a>: names in somebody's list are matched with things of the graph, by OpenRefine and other programs.
 */
package org.zhice.server.reconcile;
