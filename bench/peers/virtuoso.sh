#!/usr/bin/env bash
# Virtuoso (Debian's virtuoso-opensource-7-bin) as a SPARQL endpoint: virtuoso.sh FOLDER PORT UNION.nt RELEASE.nq
# The union is the graph urn:union, to be asked as default-graph-uri; the quads are graphs of their own. 1 GB of buffers, no
# limit of rows or time.
set -euo pipefail
folder=$(readlink -f "$1") port=$2 union=$(readlink -f "$3") quads=$(readlink -f "$4")
mkdir -p "$folder/load"
cd "$folder"
cat >virtuoso.ini <<INI
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
FileExtend = 200
MaxCheckpointRemap = 2000
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
MaxCheckpointRemap = 2000
[Parameters]
ServerPort = $((port + 1))
ServerThreads = 20
NumberOfBuffers = 120000
MaxDirtyBuffers = 90000
DirsAllowed = $folder/load
[HTTPServer]
ServerPort = $port
ServerThreads = 20
[SPARQL]
ResultSetMaxRows = 10000000
INI
sql() { isql-vt "$((port + 1))" dba dba "exec=$1"; }
virtuoso-t +configfile virtuoso.ini +wait
ln -f "$union" load/union.nt 2>/dev/null || cp "$union" load/union.nt
ln -f "$quads" load/release.nq 2>/dev/null || cp "$quads" load/release.nq
sql "ld_dir('$folder/load', 'union.nt', 'urn:union'); ld_dir('$folder/load', 'release.nq', 'urn:other'); rdf_loader_run(); checkpoint;"
sql "sparql select count(*) from <urn:union> where { ?s ?p ?o };"
