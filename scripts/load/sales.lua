-- wrk: purchase.record with 5 lines for members chosen evenly, half of them redeeming.
local thread_count = 0
function setup(thread) thread:set("id", thread_count); thread_count = thread_count + 1 end
function init(args)
  math.randomseed(os.time() * 100 + id); count = 0; run = args[1]; members = tonumber(args[2])
end
local line = '{"line":"%d","sku":"4901%09d","category":"food/dairy","quantity":%d,"amount":%d,"taxRate":%d}'
function request()
  count = count + 1
  local key = run .. "-" .. id .. "-" .. count
  local lines = {}
  for index = 1, 5 do
    lines[index] = line:format(index, math.random(0, 999999999), math.random(1, 3), math.random(100, 3000), math.random(0, 1) * 2 + 8)
  end
  local redeem = math.random(0, 1) == 0 and ',"redeem":' .. math.random(1, 50) or ''
  local body = '{"member":{"kind":"ec_account","value":"' .. ("29%011d"):format(math.random(0, members - 1)) ..
    '"},"channel":"store","store":"S001","terminal":"T1","order":"' .. key .. '","occurredAt":"2026-06-10T12:00:00+09:00","amountsIncludeTax":true,"lines":[' ..
    table.concat(lines, ",") .. ']' .. redeem .. '}'
  return wrk.format("POST", "/v1/purchases", {["Content-Type"] = "application/json", ["Idempotency-Key"] = key}, body)
end
local refused = 0
function response(status) if status ~= 200 then refused = refused + 1; if refused == 1 then print("status " .. status) end end end
