-- wrk: points.balance of members chosen evenly.
function init(args) math.randomseed(os.time()); members = tonumber(args[2]) end
function request()
  return wrk.format("POST", "/rpc", {["Content-Type"] = "application/json"},
    '{"jsonrpc":"2.0","id":1,"method":"points.balance","params":{"member":{"kind":"ec_account","value":"' ..
    ("29%011d"):format(math.random(0, members - 1)) .. '"}}}')
end
