/**
 * Saved queries as contracts: each is run with its defaults and its answer compared with what is expected.
 *
 * <p>{@link org.zhice.server.contract.Contract} runs, {@link org.zhice.server.contract.TestResults} keeps the outcome in
 * the store.
 */
package org.zhice.query.contract;
