module before.wres

go 1.26.5
